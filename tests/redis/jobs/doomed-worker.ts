import { createJobs } from '../../../src/jobs/jobs.ts';
import { connectTo } from './connections.ts';

/** A process that takes a job, says so and never finishes it. Arguments: socket, prefix. */
const [, , socket = '', prefix = ''] = process.argv;
const jobs = createJobs({ connect: connectTo(socket), prefix, report: () => undefined });
const hang = (): Promise<never> => {
  process.stdout.write('running\n');
  return new Promise(() => undefined);
};
await jobs.work({
  'record-answers': hang,
  'post-occurrence': hang,
  'close-round': hang,
  'recount-daily': hang,
  'count-answers': hang,
  'remind-round': hang,
  'settle-ruling': hang,
  'verify-community': hang,
  'attend-community': hang,
  'run-quiz': hang,
});
