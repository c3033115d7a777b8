import { describe, expect, it } from 'vitest';
import { survey } from '../../../src/deck/decks.ts';
import {
  ABOUT,
  cardsOf,
  changed,
  type FaultCase,
  faultsOf,
  ORDER,
  refuses,
  SINGLE,
  topicOf,
} from './written.ts';

const PICTURE = `    picture: { file: images/vmcs.svg, alt: The areas of a VMCS }\n`;
const SHOWN = `${SINGLE}${PICTURE}`;

describe('a picture', () => {
  it('stands on a card of any kind', () => {
    const pictures = cardsOf(SHOWN, `${ORDER}${PICTURE}`).map(({ picture }) => picture);
    const shown = { file: 'images/vmcs.svg', alt: 'The areas of a VMCS' };
    expect(pictures).toEqual([shown, shown]);
  });

  it('is part of the content', () => {
    expect(cardsOf(SHOWN)[0]?.revision).not.toBe(cardsOf(SINGLE)[0]?.revision);
  });

  const misnamed = (file: string, shown = file): FaultCase => [
    `a plain path, not ${file}`,
    'images/vmcs.svg',
    `'${file}'`,
    `21 vmcs-fields: picture file "${shown}" does not fit: images/<name>.svg, the name in lower-case words joined by hyphens`,
  ];

  refuses(SHOWN, [
    [
      'a drawing that there is',
      'vmcs.svg',
      'rings.svg',
      '21 vmcs-fields: picture file images/rings.svg is not in the folder of the deck; draw it there or check the name',
    ],
    misnamed('images/../vmcs.svg'),
    misnamed('/images/vmcs.svg'),
    misnamed('vmcs.svg'),
    misnamed('images/VMCS.svg'),
    misnamed('images/vmcs.png'),
    misnamed('https://a.b/images/vmcs.svg'),
    misnamed('images/vmcs.svg ', 'images/vmcs.svg '),
    [
      'words for those who cannot see it',
      ', alt: The areas of a VMCS',
      '',
      '21 vmcs-fields: picture alt is missing: what the drawing shows, without giving the answer',
    ],
    [
      'enough of these words',
      'The areas of a VMCS',
      'A VMCS',
      '21 vmcs-fields: picture alt has 6 characters; at least 10 are needed',
    ],
    [
      'not too many of them',
      'The areas',
      'x'.repeat(300),
      '21 vmcs-fields: picture alt has 310 characters; at most 300 are possible',
    ],
    [
      'a mapping',
      PICTURE,
      '    picture: images/vmcs.svg\n',
      '21 vmcs-fields: picture must be a mapping: a drawing in the folder of the deck: file and alt',
    ],
    [
      'known keys',
      'alt:',
      'alternative: x, alt:',
      '21 vmcs-fields: unknown key "alternative" in picture; use one of file, alt',
    ],
  ]);

  it('is missed even where the card has other faults', () => {
    const faulty = changed(changed(SHOWN, 'vmcs.svg', 'rings.svg'), 'key: B', 'key: E');
    expect(faultsOf(topicOf(faulty))).toEqual([
      'vmcs.yaml:14 vmcs-fields: key E is not among the options A–D',
      'vmcs.yaml:21 vmcs-fields: picture file images/rings.svg is not in the folder of the deck; draw it there or check the name',
    ]);
  });

  it('is listed with its place for who looks into it', () => {
    const files = [
      { file: 'content/v/deck.yaml', text: ABOUT },
      { file: 'content/v/vmcs.yaml', text: topicOf(ORDER, SHOWN) },
    ];
    const found = survey([{ folder: 'content/v', files, images: ['images/vmcs.svg'] }], []);
    expect(found.pictures).toEqual([
      {
        picture: 'content/v/images/vmcs.svg',
        alt: 'The areas of a VMCS',
        file: 'content/v/vmcs.yaml',
        line: 31,
        card: 'vmcs-fields',
      },
    ]);
  });
});
