/**
 * Draws the SVG on its standard input as a PNG on its standard output, by the drawer's options in its argument.
 * A process of its own, because the drawer aborts whole processes on some inputs and takes minutes on others.
 */
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { Resvg } from '@resvg/resvg-js';

const [, , options] = process.argv;
const svg = await text(process.stdin);
process.stdout.write(new Resvg(svg, JSON.parse(options)).render().asPng());
