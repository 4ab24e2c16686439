import type { Block, Paper } from '#platform/paper/tree.ts'
import { run } from '#platform/paper/tree.ts'
import type { PackEntry, PackInput } from '../pack-input.ts'

/** A paragraph of plain words. */
export function paragraph(text: string, numbered = false): Block {
  return { type: 'paragraph', ...(numbered && { numbered: true as const }), content: [run(text)] }
}

const sentences = [
  'The partnership agreed in November that every neighbourhood should have one team that families can reach by one telephone number.',
  'Waiting times rose in the autumn and fell after the second clinic opened at Caer Glo and in Llŷn.',
  'Since then 214 families have been seen, of whom 61 in every hundred needed no further referral.',
  'Where the measure is below target the lead officer has set out what will change, by when and who will check it.',
  'The three partners pooled £1.42 million, and the agreement runs until March 2029.',
]
const prose = (seed: number, count: number): string =>
  Array.from({ length: count }, (_, index) => sentences[(seed * 3 + index * 2) % sentences.length]).join(' ')

function figures(seed: number): Block {
  const row = (area: number) => [
    [run(`Area ${area}`)],
    [run(area % 2 === 0 ? 'County council' : 'Health board')],
    [run(String(100 + area * 17 + seed))],
    [run(String(125 + area * 15))],
  ]
  const head = [[run('Neighbourhood')], [run('Lead partner')], [run('Seen')], [run('Target')]]
  return {
    type: 'table',
    caption: [run('Families seen, by neighbourhood')],
    headerColumn: true,
    align: ['start', 'start', 'end', 'end'],
    rows: [head, ...[1, 2, 3, 4, 5, 6, 7, 8].map(row)],
  }
}

/** An invented paper; each section is about one page. */
export function samplePaper(seed: number, sections: number): Paper {
  const blocks: Block[] = [
    { type: 'heading', level: 1, content: [run('Purpose')] },
    {
      type: 'paragraph',
      numbered: true,
      content: [
        run(`${prose(seed, 2)} See the `),
        run('plan of the partnership', { href: 'https://example.org/plan' }),
        run('.'),
        { type: 'note', content: [run(`Minute ${30 + seed}. The plan runs to March 2029.`)] },
      ],
    },
  ]
  for (let section = 1; section <= sections; section += 1) {
    blocks.push(
      { type: 'heading', level: 1, content: [run(`What was found in area ${section}`)] },
      paragraph(prose(seed + section, 4), true),
      { type: 'paragraph', numbered: true, content: [run(prose(section, 1)), run(' Three things stand out:', { strong: true })] },
      {
        type: 'list',
        ordered: section % 2 === 0,
        items: [1, 2, 3].map((one) => ({
          content: [run(prose(one + section, 1))],
          lists:
            one === 2
              ? [
                  {
                    type: 'list',
                    ordered: false,
                    items: [{ content: [run('the evening sessions are '), run('not', { em: true }), run(' used')], lists: [] }],
                  },
                ]
              : [],
        })),
      },
      figures(section),
      { type: 'heading', level: 2, content: [run('What follows from it')] },
      paragraph(prose(seed + 2 * section, 5), true),
      paragraph(prose(seed, 2)),
    )
  }
  blocks.push({ type: 'heading', level: 1, content: [run('Recommendations')] }, paragraph('The board is asked to'), {
    type: 'recommendations',
    items: [
      [run('note what was found in the areas')],
      [run('agree that the second clinic stays open until March 2029')],
      [run('ask for a report on evening transport in June')],
    ],
  })
  return { version: 1, blocks }
}

const entry = (id: string, number: string, title: string, more: Partial<PackEntry> = {}): PackEntry => ({
  id,
  number,
  title,
  purpose: 'Information',
  lead: 'Mared Pugh, director of partnerships',
  status: 'Verbal',
  depth: 1,
  part: 1,
  ...more,
})
const withPaper = (seed: number, sections: number): Partial<PackEntry> => ({
  status: 'Attached',
  purpose: 'Decision',
  paper: {
    facts: [
      ['Report author', 'Ifan Rees, programme manager'],
      ['Areas affected', 'All of Goldenvale'],
    ],
    tree: samplePaper(seed, sections),
  },
})

/** An invented full pack: items with and without papers, sub-items, two exempt items. */
export function samplePack(sections = 1): PackInput {
  const exempt = (seed: number, secret: string): Partial<PackEntry> => ({
    ...withPaper(seed, 1),
    part: 2,
    status: 'Not for publication: paragraph 3',
    paper: { facts: [], tree: { version: 1, blocks: [paragraph(secret, true), ...samplePaper(seed, 1).blocks] } },
  })
  return {
    partnership: 'Goldenvale Partnership for Children',
    board: 'Goldenvale Joint Commissioning Board',
    title: 'Agenda and papers',
    date: 'Tuesday 24 February 2026, 2 pm',
    place: 'Council Chamber, Market Square, Goldenvale',
    contact: 'Clerk to the board: clerk@example.org, 01234 567890',
    label: 'Full pack, contains exempt information',
    startPage: 1,
    startExemptPage: 1,
    noticeLines: [
      'The meeting may be filmed. Tell the clerk before it begins if you do not wish to be seen.',
      'The chamber has step-free access and a hearing loop.',
    ],
    entries: [
      entry('a', '1', 'Welcome and apologies'),
      entry('b', '2', 'Declarations of interest'),
      entry('c', '3', 'Minutes of the last meeting', withPaper(1, 1)),
      entry('d', '4', 'Urgent care capacity', withPaper(2, sections)),
      entry('e', '5', 'Performance and finance', { status: 'No report status given', lead: '', purpose: '' }),
      entry('f', '5a', 'Needs assessment', { ...withPaper(3, sections), depth: 2 }),
      entry('g', '5b', 'Speech and language therapy', { ...withPaper(4, 2), depth: 2 }),
      entry('h', '6', 'Winter plan', { status: 'To follow' }),
      entry('i', '7', 'Offer for the second clinic', exempt(5, 'The preferred bidder is Heronfield Marigold Trust.')),
      entry('j', '8', 'Lease of the hub', exempt(6, 'The rent is forty-one thousand pounds.')),
    ],
  }
}
