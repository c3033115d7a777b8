import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Keeps a text secret and whole: AES-256-GCM. */
export interface Seal {
  close(text: string): string;
  /** Null for anything that {@link close} of the same key never gave. */
  open(sealed: string): string | null;
}

const ALGORITHM = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** @param secret any length; the key is derived from it, so that a token can serve */
export function sealWith(secret: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'hypercall discord reply address', 32));
  return {
    close(text) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv(ALGORITHM, key, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < NONCE + TAG || bytes.toString('base64url') !== sealed) return null;
      const cipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE));
      cipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
      try {
        const body = cipher.update(bytes.subarray(NONCE + TAG));
        return Buffer.concat([body, cipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}
