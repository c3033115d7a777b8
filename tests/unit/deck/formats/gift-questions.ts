/** After the examples of Moodle's own page on the format. */
export const QUESTIONS: readonly (readonly [what: string, gift: string, card: object])[] = [
  [
    'a choice with feedback',
    `// multiple choice with specified feedback for right and wrong answers
::Q2:: What's between orange and green in the spectrum?
{ =yellow # right; good! ~red # wrong, it's yellow ~blue # wrong, it's yellow }`,
    {
      kind: 'single',
      prompt: "What's between orange and green in the spectrum?",
      options: { A: 'yellow', B: 'red', C: 'blue' },
      key: 'A',
      why: { B: "wrong, it's yellow", C: "wrong, it's yellow" },
      explanation: 'right; good!',
    },
  ],
  [
    'a choice in the middle of a sentence',
    "Grant is {~buried =entombed ~living} in Grant's tomb.",
    { kind: 'single', prompt: "Grant is _____ in Grant's tomb.", key: 'B' },
  ],
  [
    'several right options, by weights',
    `What two people are entombed in Grant's tomb? {
   ~%-100%No one
   ~%50%Grant
   ~%50%Grant's wife
   ~%-100%Grant's father
}`,
    {
      kind: 'several',
      options: { A: 'No one', B: 'Grant', C: "Grant's wife", D: "Grant's father" },
      key: ['B', 'C'],
    },
  ],
  [
    'several right options, by signs',
    'Which are rings? {=0 =3 ~5 ~7}',
    { kind: 'several', key: ['A', 'B'] },
  ],
  [
    'one right option, by weight',
    'Which is it? {~%100%this ~that ~those}',
    { kind: 'single', key: 'A' },
  ],
  ['a true statement', '::Q1:: 1+1\\=2 {T}', { kind: 'true-false', key: true, prompt: '1+1=2' }],
  [
    'a false statement with feedback',
    'Grant was buried in a tomb in New York City.{FALSE#No one was buried there.#Right!####He lies above the ground.}',
    {
      kind: 'true-false',
      key: false,
      correction: 'No one was buried there.',
      explanation: 'He lies above the ground.',
    },
  ],
  [
    'short answers',
    "Who's buried in Grant's tomb?{=no one =nobody =%0%Grant#He is above it. =*#Everything else}",
    { kind: 'typed', accept: ['no one', 'nobody'], reject: ['Grant'] },
  ],
  [
    'a single short answer',
    'Two plus {=two =2} equals four.',
    { kind: 'gap', prompt: 'Two plus {1} equals four.', gaps: [{ accept: ['two', '2'] }] },
  ],
  [
    'a gap between other signs',
    'A ring ({=0}), the inner one.',
    { kind: 'gap', prompt: 'A ring ({1}), the inner one.' },
  ],
  [
    'a short answer that begins with T',
    'What caches translations? {TLB}',
    { kind: 'typed', accept: ['TLB'] },
  ],
  [
    'pairs',
    `Match the following countries with their corresponding capitals. {
   =Canada -> Ottawa
   =Italy  -> Rome
   =Japan  -> Tok\\=yo
   = -> Paris
}`,
    { kind: 'match', pairs: { Canada: 'Ottawa', Italy: 'Rome', Japan: 'Tok=yo' } },
  ],
  [
    'a number within a tolerance',
    'When was Ulysses S. Grant born?{#1822:5}',
    { kind: 'numeric', key: 1822, tolerance: 5 },
  ],
  [
    'a number between two others',
    'What is the value of e (to 3 decimal places)? {#2.718..2.719}.',
    { kind: 'numeric', key: 2.7185, tolerance: 0.0005 },
  ],
  [
    'numbers with parts of the points',
    'When was Ulysses S. Grant born? {#\n=1822:0 #Correct!\n=%50%1822:2 #Half.}',
    { kind: 'numeric', key: 1822, explanation: 'Correct!' },
  ],
  ['a bare number', 'How many rings are there? {#4}', { kind: 'numeric', key: 4 }],
  [
    'escaped signs',
    'Which answer equals 5? {\n~ \\= 2 + 2\n= \\= 2 + 3\n~ \\= 2 + \\{4\\}\\n\\~\\#\\:\\\\\n}',
    { options: { A: '= 2 + 2', B: '= 2 + 3', C: '= 2 + {4}\n~#:\\' } },
  ],
  [
    'HTML',
    '[html]Which <b>one</b>?<script>x()</script> {=[plain]a < b ~<i>c</i> &gt; d ~e}',
    { prompt: 'Which one?', options: { A: 'a < b', B: 'c > d', C: 'e' } },
  ],
  [
    'arrows and colons that are text',
    'From: which to which? {=GVA -> GPA ~GPA -> GVA ~12:30}',
    { prompt: 'From: which to which?', options: { A: 'GVA -> GPA', B: 'GPA -> GVA', C: '12:30' } },
  ],
];
