/** Draws the pictures of the documentation anew: `npx tsx tests/unit/pictures/draw-samples.ts`. */
import { writeFile } from 'node:fs/promises';
import { chartPictures } from '../../../src/pictures/charts/chart-drawing.ts';
import { sampleLeaderboard, sampleName, sampleStatistics } from './sample-charts.ts';

const SAMPLES = {
  'leaderboard-light': chartPictures('light')(sampleLeaderboard(10), sampleName),
  'statistics-dark': chartPictures('dark')(sampleStatistics(70, 5), sampleName),
};

for (const [name, drawing] of Object.entries(SAMPLES)) {
  await writeFile(`docs/pictures/${name}.png`, await drawing);
}
