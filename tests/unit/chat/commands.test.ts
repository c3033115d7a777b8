import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/chat/commands/command.ts';
import { COMMANDS, commandAt, commandsOn } from '../../../src/chat/commands/index.ts';

const all: readonly Command[] = COMMANDS;

/** Every name and text of the catalogue that a platform would register. */
const texts = all.flatMap(({ description, options }) => [
  description,
  ...options.map((option) => option.description),
]);

describe('the catalogue', () => {
  it('has each command once, and each option of a command once', () => {
    const paths = all.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const { options } of all) {
      const names = options.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('names things as Discord and Slack take them: lower case, one or two words', () => {
    for (const { path, options } of all) {
      expect(path).toMatch(/^[a-z]{1,32}( [a-z]{1,32})?$/);
      for (const { name } of options) expect(name).toMatch(/^[a-z]{1,32}$/);
    }
  });

  it('never uses one word both as a command and as a family of commands', () => {
    const families = new Set(
      all.filter(({ path }) => path.includes(' ')).map(({ path }) => path.split(' ')[0]),
    );
    const alone = all.map(({ path }) => path).filter((path) => !path.includes(' '));
    expect(alone.filter((path) => families.has(path))).toEqual([]);
  });

  it('describes everything in at most 100 characters, in every language that it has', () => {
    for (const text of texts.flatMap((each) => Object.values(each))) {
      expect(text.length).toBeGreaterThan(0);
      expect(text.length).toBeLessThanOrEqual(100);
    }
  });

  it('asks for required options before optional ones, and gives at most 25 choices', () => {
    for (const { options } of all) {
      const required = options.map((option) => option.required);
      expect(required).toEqual(required.toSorted((a, b) => Number(b) - Number(a)));
      for (const { choices } of options) {
        if (choices) expect(choices.length).toSatisfy((n: number) => n >= 1 && n <= 25);
      }
    }
  });

  it('shows only to the organiser what an organiser does', () => {
    const organisers = all.filter(({ who }) => who === 'organiser');
    expect(new Set(organisers.map(({ seenBy }) => seenBy))).toEqual(new Set(['only me']));
    expect(organisers.map(({ path }) => path)).toContain('daily remove');
  });

  it('opens forms for setting up and editing, and for nothing else', () => {
    const forms = all.filter(({ first }) => first === 'form').map(({ path }) => path);
    expect(forms).toEqual(['daily setup', 'daily edit']);
  });

  it('gives every platform the same commands, and the terminal some of its own', () => {
    const own = commandsOn('terminal').filter((command) => command.only);
    expect(own.map(({ path }) => path)).toEqual(['as', 'tomorrow', 'quit']);
    expect(commandsOn('discord')).toEqual(commandsOn('slack'));
    expect(commandsOn('terminal')).toHaveLength(commandsOn('slack').length + own.length);
  });

  it('finds a command by its path', () => {
    for (const { path } of COMMANDS) expect(commandAt(path).path).toBe(path);
  });
});
