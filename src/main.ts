import { nodeVersionFault } from './settings/node-version.ts';

const fault = nodeVersionFault(process.versions.node);
if (fault === null) {
  // Only now: the packages behind it may not even load on an older Node.
  const { run } = await import('./cli/run.ts');
  process.exitCode = await run(process.argv.slice(2));
} else {
  process.stderr.write(`${fault}\n`);
  process.exitCode = 1;
}
