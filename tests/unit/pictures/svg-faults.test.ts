import { describe, expect, it } from 'vitest';
import { dangersInSvg } from '../../../src/pictures/svg-dangers.ts';
import { faultsInSvg } from '../../../src/pictures/svg-faults.ts';
import { drawnSvg } from './drawn-svg.ts';

const marker = (inside: string, attributes = 'overflow="visible"'): string =>
  `<marker id="tip" ${attributes}>${inside}</marker>`;

const notDrawn = (name: string): string =>
  `line 1: <${name}> is not drawn here; use plain shapes, lines and text`;
const outside = (target: string): string =>
  `line 1: "${target}" is outside of the picture; link to an #id in it`;
const declared =
  'line 1: DOCTYPE, ENTITY, CDATA and processing instructions are not read; take this out';
const unfinished = 'line 1: this is not a whole tag; look for a missing quote, = or >';
const noAtRules = 'line 1: @import, @font-face and \\ are not read in a style; take them out';

describe('what a drawing may hold', () => {
  it('is shapes, lines, text, markers, gradients and a style', () => {
    const svg = `<?xml version="1.0" encoding="UTF-8"?>
      <!-- a comment with <script> in it -->
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 540">
        <title>A &amp; B &#8594; C</title>
        <style>text { font-family: "IBM Plex Sans", sans-serif; font-size: 26px } .warm { fill: url(#sun) }</style>
        <defs>
          <linearGradient id="sun"><stop offset="0" stop-color="red"/></linearGradient>
          <linearGradient id="moon" href="#sun"/>
          ${marker('<path d="M0 0L10 5L0 10z"/>')}
        </defs>
        <g class='warm'><rect width="10" height="10" fill="url('#moon')" fill-opacity=".5"/></g>
        <path d="M0 0H9" marker-end="url(#tip)"/>
        <text x="1" y="2" font-family="IBM Plex Sans">plain <tspan>text</tspan></text>
      </svg>
      `;
    expect(faultsInSvg(svg)).toEqual([]);
  });

  it.each([
    ['<script>alert(1)</script>', notDrawn('script')],
    ['<image href="#a"/>', notDrawn('image')],
    ['<foreignObject/>', notDrawn('foreignObject')],
    ['<use href="#a"/>', notDrawn('use')],
    ['<svg/>', notDrawn('svg')],
    ['<x:script/>', notDrawn('x:script')],
    ['<a href="#a"/>', notDrawn('a')],
    ['<animate/>', notDrawn('animate')],
    ['<rect onclick="alert(1)"/>', 'line 1: onclick is a script; take it out'],
    ['<stop href="https://example.org/x"/>', outside('https://example.org/x')],
    ['<stop xlink:href="file:///etc/passwd"/>', outside('file:///etc/passwd')],
    ['<rect fill="url(https://example.org/x)"/>', outside('https://example.org/x')],
    ['<rect style="fill: url( \'x.svg#a\' )"/>', outside('x.svg#a')],
    ['<style>rect { fill: url("data:x") }</style>', outside('data:x')],
    ['<style>@import "x.css";</style>', noAtRules],
    ['<style>@font-face { src: local(x) }</style>', noAtRules],
    ['<style>\\40import "x.css";</style>', noAtRules],
    ['<g opacity=".5"/>', 'line 1: opacity is not drawn here; use fill-opacity and stroke-opacity'],
    [
      '<g style="opacity: .5"/>',
      'line 1: opacity is not drawn here; use fill-opacity and stroke-opacity',
    ],
    ['<g filter="blur(9px)"/>', 'line 1: filter is not drawn here; use plain shapes'],
    [
      '<style>g{mix-blend-mode:screen}</style>',
      'line 1: mix-blend-mode is not drawn here; use plain shapes',
    ],
  ])('is not %j', (inside, danger) => {
    expect(dangersInSvg(drawnSvg(inside))).toEqual([danger]);
  });

  it.each([
    [
      marker('<path d="M0 0"/>', ''),
      'line 1: this marker would be cut out; give it overflow="visible"',
    ],
    [marker('<path/><path/>'), 'line 1: this marker has several shapes; draw it as one path'],
    [marker('<g/>'), 'line 1: <g> is inside of <marker>; put one plain shape there'],
    [
      `${marker('<path marker-mid="url(#tip)"/>')}`,
      'line 1: markers belong to lines and paths outside of <marker>; name them there',
    ],
    [
      '<g marker-mid="url(#tip)"/>',
      'line 1: markers belong to lines and paths outside of <marker>; name them there',
    ],
    [
      '<style>path { marker: url(#tip) }</style>',
      'line 1: markers are named at the line itself, such as marker-end="url(#tip)", not in a style',
    ],
  ])('does not multiply by %j', (inside, danger) => {
    expect(dangersInSvg(drawnSvg(inside))).toEqual([danger]);
  });

  it('ends at 12 levels and 64 KiB', () => {
    const nested = (levels: number): string => '<g>'.repeat(levels) + '</g>'.repeat(levels);
    expect(dangersInSvg(drawnSvg(nested(11)))).toEqual([]);
    expect(dangersInSvg(drawnSvg(nested(12)))).toEqual([
      'line 1: elements are more than 12 deep; ungroup some',
    ]);
    expect(dangersInSvg(drawnSvg(`<!--${'€'.repeat(22_000)}-->`))).toEqual([
      'the picture has 66075 bytes; simplify it to at most 65536',
    ]);
  });
});

describe('the root of a drawing', () => {
  const odd =
    'line 1: the viewBox is missing or odd; write viewBox="0 0 960 540", at most 3 times as long as wide';

  it.each([
    '',
    '0 0 960',
    '0 0 0 540',
    '0 0 -9 9',
    '0 0 1 x',
    '0 0 100 301',
    '0 0 301 100',
    '0 0 1e999 1',
  ])('has no viewBox %j', (viewBox) => {
    expect(dangersInSvg(drawnSvg('', viewBox))).toEqual([odd]);
  });

  it('has a viewBox, the name and space of SVG, and no size', () => {
    expect(dangersInSvg('<svg xmlns="http://www.w3.org/2000/svg"/>')).toEqual([odd]);
    expect(dangersInSvg('<svg viewBox="0 0 9 9"/>')).toEqual([
      'line 1: the picture does not begin with <svg xmlns="http://www.w3.org/2000/svg">',
    ]);
    expect(dangersInSvg(drawnSvg('').replace('<svg', '<svg width="9"'))).toEqual([
      'line 1: width and height come from the viewBox; take them out of <svg>',
    ]);
  });
});

describe('what is no SVG', () => {
  it.each([
    ['', 'line 1: there is no <svg> in it'],
    ['plain words', 'line 1: there is text outside of <svg>; take it out'],
    ['<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', declared],
    ['<?xml-stylesheet href="x"?><svg/>', declared],
    [drawnSvg('<![CDATA[x]]>'), declared],
    [drawnSvg('<rect x="1>'), unfinished],
    [drawnSvg('<rect x=1/>'), unfinished],
    [drawnSvg('<rect'), unfinished],
    [drawnSvg('<!-- a -- b -->'), declared],
    [drawnSvg('<g>\n</p>'), 'line 2: </p> closes nothing that is open; check the tags before it'],
    [drawnSvg('\n<g>'), 'line 2: </svg> closes nothing that is open; check the tags before it'],
    ['<svg><g></g>', 'line 1: <svg> is not closed'],
    [`${drawnSvg('')}\n<g/>`, 'line 2: <g> stands after the end of the picture; take it out'],
    [drawnSvg('<g id="a" id="b"/>'), 'line 1: id is given twice; keep one'],
    [drawnSvg('<text>A & B</text>'), 'line 1: a plain & is written &amp;'],
    [drawnSvg('<text>&nbsp;</text>'), 'line 1: a plain & is written &amp;'],
    [
      drawnSvg('<stop href="&#102;ile:x"/>'),
      'line 1: href holds a & that is not needed; write the plain character',
    ],
  ])('is refused: %j', (svg, danger) => {
    expect(dangersInSvg(svg)).toEqual([danger]);
    expect(faultsInSvg(svg)).toEqual([danger]);
  });
});

describe('a picture of a deck', () => {
  it.each([
    [
      '<text font-family="Arial">a</text>',
      'line 1: the font Arial is not bundled; write IBM Plex Sans',
    ],
    [
      '<style>text { font-family: "IBM Plex Sans", serif }</style>',
      'line 1: the font "IBM Plex Sans", serif is not bundled; write IBM Plex Sans',
    ],
    [
      '<g style="font: 20px serif"/>',
      'line 1: font in one line is not read; write font-family, font-size and font-weight',
    ],
    ['<rect fill="url(#sun)"/>', 'line 1: nothing here has the id sun; give it to what is meant'],
    [
      marker('<path/>', 'overflow="visible" orient="auto-start-reverse"'),
      'line 1: auto-start-reverse is drawn wrongly; add a second marker that points the other way',
    ],
  ])('has a fault: %j', (inside, fault) => {
    expect(dangersInSvg(drawnSvg(inside))).toEqual([]);
    expect(faultsInSvg(drawnSvg(inside))).toEqual([fault]);
  });

  it('has at most 8 KiB', () => {
    const padded = (bytes: number): string => {
      const bare = drawnSvg('<!---->').length;
      return drawnSvg(`<!--${' '.repeat(bytes - bare)}-->`);
    };
    expect(faultsInSvg(padded(8192))).toEqual([]);
    expect(faultsInSvg(padded(8193))).toEqual([
      'the picture has 8193 bytes; simplify it to at most 8192',
    ]);
  });
});
