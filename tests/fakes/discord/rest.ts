import type { IncomingMessage, ServerResponse } from 'node:http';
import { counted } from './limiter.ts';
import { type Asked, answerTo } from './routes.ts';
import { type Fault, type Json, Refusal, type World } from './world.ts';

/** Answers one request, or meets it with the fault that was ordered for it. */
export async function serve(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const asked = await read(world, request);
  const fault = takeFault(world, asked);
  if (fault?.kind === 'cut') return void request.socket.destroy();
  if (fault?.kind === 'refuse') return refuse(world, asked, response, fault);
  const { headers, refusal } = counted(world, asked.method, asked.path);
  if (refusal) return refuse(world, asked, response, { kind: 'refuse', status: 429, ...refusal });
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  const [status, body, code] = answered(world, asked);
  world.requests.push({ method: asked.method, path: asked.path, body: asked.body, status, code });
  for (const look of world.waiting) look();
  if (fault?.kind === 'drop') return void request.socket.destroy();
  if (fault?.kind === 'hang') return;
  if (fault?.kind === 'html')
    return end(response, 502, '<html>502 Bad Gateway</html>', 'text/html');
  if (fault?.kind === 'accept then fail') return end(response, fault.status, '{}');
  end(response, status, body === null ? '' : JSON.stringify(body));
}

function answered(world: World, asked: Asked): [number, Json, number | null] {
  try {
    const body = answerTo(world, asked);
    return [body === null ? 204 : 200, body, null];
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    const { status, code, message, errors } = cause;
    const body = {
      code,
      message,
      ...(errors.length > 0
        ? { errors: { _errors: errors.map((text) => ({ code: 'FAULT', message: text })) } }
        : {}),
    };
    return [status, body, code];
  }
}

async function read(world: World, request: IncomingMessage): Promise<Asked> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const { body, files } = await parsed(bytes, request.headers['content-type'] ?? '');
  return {
    method: request.method ?? 'GET',
    path: decodeURIComponent(url.pathname.replace(/^\/api\/v10/, '')),
    query: url.searchParams,
    body,
    files,
    isBot: request.headers.authorization === `Bot ${world.token}`,
  };
}

async function parsed(bytes: Buffer, type: string) {
  const files = new Map<string, number>();
  if (!type.startsWith('multipart/')) {
    return { body: bytes.length > 0 ? JSON.parse(bytes.toString()) : null, files };
  }
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  for (const [key, value] of form) {
    if (key.startsWith('files[') && typeof value !== 'string') files.set(value.name, value.size);
  }
  return { body: JSON.parse(String(form.get('payload_json'))), files };
}

function takeFault(world: World, { method, path }: Asked): Fault | null {
  const at = world.faults.findIndex((each) => each.method === method && each.path.test(path));
  return at < 0 ? null : (world.faults.splice(at, 1)[0]?.fault ?? null);
}

function refuse(
  world: World,
  asked: Asked,
  response: ServerResponse,
  fault: Extract<Fault, { kind: 'refuse' }>,
): void {
  const { status, code = 0, retryAfter, scope = 'user' } = fault;
  const { method, path, body } = asked;
  world.requests.push({ method, path, body, status, code });
  if (retryAfter !== undefined) {
    response.setHeader('Retry-After', String(retryAfter));
    response.setHeader('X-RateLimit-Scope', scope);
    if (scope === 'global') response.setHeader('X-RateLimit-Global', 'true');
  }
  const limited = {
    message: 'You are being rate limited.',
    retry_after: retryAfter,
    global: scope === 'global',
  };
  end(
    response,
    status,
    JSON.stringify(retryAfter === undefined ? { code, message: 'Refused' } : limited),
  );
}

function end(
  response: ServerResponse,
  status: number,
  text: string,
  type = 'application/json',
): void {
  response.statusCode = status;
  if (status !== 204) response.setHeader('Content-Type', type);
  response.end(text);
}
