import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { nodeVersionFault } from '../../../src/settings/node-version.ts';

it.each(['20.19.0', 'v20.19.4', '21.0.0', 'v22.1.0', '100.0.0'])('accepts Node %s', (version) => {
  expect(nodeVersionFault(version)).toBeNull();
});

it.each(['v18.20.4', '20.18.3', '19.99.0', '4.0.0'])('refuses Node %s', (version) => {
  expect(nodeVersionFault(version)).toBe(
    `Hypercall needs Node 20.19 or later; this is ${version.replace('v', '')}. Install the LTS version from https://nodejs.org and start again.`,
  );
});

it('imports nothing, for old versions cannot read what it would import', () => {
  expect(readFileSync('src/settings/node-version.ts', 'utf8')).not.toMatch(/\bimport\b\s*[('"{*]/);
});
