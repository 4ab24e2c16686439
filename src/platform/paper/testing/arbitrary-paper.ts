import fc from 'fast-check'
import { normalise } from '../normalise.ts'
import type { Block, Inline, List, Paper, Run } from '../tree.ts'
import { run } from '../tree.ts'

// Nasty on purpose: everything that means something to Markdown, HTML or a typesetter, and letters that are easily lost.
const nasty = fc.constantFrom(
  ...[
    '*',
    '_',
    '**',
    '|',
    '\\',
    '`',
    '<b>',
    '</p>',
    '&amp;',
    '&',
    '[x]',
    '](',
    '[^1]',
    '![',
    '#. ',
    '# ',
    'a) ',
    'b) ',
    'Table: ',
    '- ',
    '+',
  ],
  ...[
    '1. ',
    '1) ',
    '> ',
    '---',
    '===',
    '~~',
    '://',
    'https://x.org',
    'www.x.org',
    'a@b.org',
    '\n',
    '  ',
    '\u00a0',
    'ŵ',
    '🙂',
    '.',
    '!',
    ':',
  ],
  ...['"', "'", '(', ')', '\u200d', 'é', '#eval("1")', '$x$', '@ref', '<label>'],
)
const ordinary = fc.constantFrom('the', 'board', 'is', ' ', ' ', 'asked', 'to', '2.5', 'million')
const words = fc
  .array(fc.oneof({ weight: 3, arbitrary: ordinary }, { weight: 2, arbitrary: nasty }, fc.string({ unit: 'grapheme', maxLength: 4 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(''))
const href = fc.constantFrom(
  'https://example.org/a_b?c=d&e=(f)',
  'http://x.org/*',
  'mailto:a.b@example.org',
  'https://example.org/~x[1]#_y_',
)
const some = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined, freq: 3 })
const flag = fc.constantFrom(true as const, undefined)

const runs: fc.Arbitrary<Run[]> = fc.array(
  fc.tuple(words, flag, flag, some(href)).map(([text, strong, em, link]) => run(text, { strong, em, href: link })),
  { minLength: 1, maxLength: 5 },
)
const line: fc.Arbitrary<Inline[]> = fc
  .tuple(runs, some(runs), runs)
  .map(([a, note, b]) => (note ? [...a, { type: 'note', content: note }, ...b] : a))

function list(depth: number): fc.Arbitrary<List> {
  const lists: fc.Arbitrary<List[]> = depth > 1 ? fc.array(list(depth - 1), { maxLength: 2 }) : fc.constant([])
  const items = fc.array(fc.record({ content: line, lists }), { minLength: 1, maxLength: 3 })
  return fc.record({ type: fc.constant('list' as const), ordered: fc.boolean(), items })
}

const table: fc.Arbitrary<Block> = fc.integer({ min: 1, max: 4 }).chain((width) =>
  fc.record({
    type: fc.constant('table' as const),
    caption: some(runs),
    headerColumn: flag,
    align: fc.array(fc.constantFrom('start' as const, 'end' as const), { minLength: width, maxLength: width }),
    rows: fc.array(fc.array(fc.oneof(line, fc.constant([])), { minLength: width, maxLength: width }), { minLength: 2, maxLength: 4 }),
  }),
)
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant('heading' as const), level: fc.integer({ min: 1, max: 4 }), content: runs }),
  fc.record({ type: fc.constant('paragraph' as const), content: line }),
  fc.record({ type: fc.constant('paragraph' as const), numbered: fc.constant(true as const), content: line }),
  list(3),
  table,
  fc.record({ type: fc.constant('recommendations' as const), items: fc.array(line, { minLength: 1, maxLength: 4 }) }),
)

/** Normalised papers of any shape, for property tests; headings are never empty, their levels may skip. */
export const anyPaper: fc.Arbitrary<Paper> = fc
  .array(block, { maxLength: 6 })
  .map((blocks) => normalise({ version: 1, blocks }))
  .filter((paper) => paper.blocks.every((one) => one.type !== 'heading' || one.content.length > 0))
