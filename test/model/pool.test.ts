import { expect, it } from 'vitest';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { InstructionPool } from '../../server/src/language/model/pool';

const read = (text: string, pool: InstructionPool) =>
  Dockerfile.parse(text, pool).instructions.map(({ instruction }) => instruction);

it('what is written alike is the same instruction in every file', () => {
  const pool = new InstructionPool();
  const [, run] = read('FROM alpine\nRUN true\n', pool);
  const [, , other] = read('FROM debian\nUSER app\nRUN true\n', pool);
  expect(other).toBe(run);
});

it('another escape character makes another instruction', () => {
  const pool = new InstructionPool();
  const [first] = read('RUN a \\\n b\n', pool);
  const [second] = read('# escape=`\nRUN a \\\n b\n', pool);
  expect(second).not.toBe(first);
  expect(second?.text).toBe('RUN a \\');
});

it('equal first lines with and without a heredoc are told apart', () => {
  const pool = new InstructionPool();
  const texts = ['RUN <<E\necho\nE\n', 'RUN <<E\necho\n', 'RUN <<E\n'];
  for (const text of texts) {
    const [own] = read(text, pool);
    const [fresh] = Dockerfile.parse(text).instructions;
    expect(own?.heredocs).toEqual(fresh?.instruction.heredocs);
  }
});

it('forgets what nobody asked for during two generations', () => {
  const pool = new InstructionPool();
  const [run] = read('RUN true\n', pool);
  for (let i = 0; i < 8; i++) read(`RUN ${'x'.repeat(100_000)}${i}\n`, pool);
  const [again] = read('RUN true\n', pool);
  expect(again).not.toBe(run);
  expect(again?.text).toBe(run?.text);
});
