import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { test } from 'node:test'
import type { Paper } from '#platform/paper/tree.ts'
import { run } from '#platform/paper/tree.ts'
import { ChildFailed } from './limited-child.ts'
import type { DocumentInput, PackInput, TypesetReport } from './pack-input.ts'
import { readFrame, readWithPdfium, readWithPdfJs } from './testing/readers.ts'
import { paragraph, samplePack } from './testing/sample-pack.ts'
import { packLimits, typesetDocument, typesetPack } from './typeset-pack.ts'

const one = (tree: Paper, more: Partial<PackInput> = {}): PackInput => ({
  ...samplePack(),
  entries: [
    {
      id: 'only',
      number: '1',
      title: 'Only item',
      purpose: '',
      lead: '',
      status: 'Attached',
      depth: 1,
      part: 1,
      paper: { facts: [], tree },
    },
  ],
  ...more,
})
const said = (range: { first: string; last: string }): string =>
  range.first === range.last ? `Page ${range.first}` : `Pages ${range.first} - ${range.last}`

async function checkRanges(
  pages: readonly string[],
  labels: readonly string[] | null,
  report: TypesetReport,
  input: PackInput,
): Promise<void> {
  for (const [index, page] of pages.entries())
    assert.match(page, new RegExp(`Page ${labels?.[index]}(?: |$)`), `footer of page ${index + 1}`)
  for (const entry of input.entries.filter((one) => one.paper)) {
    const range = report.ranges[entry.id]
    assert.ok(range && labels, entry.id)
    const [first, last] = [labels.indexOf(range.first), labels.indexOf(range.last)]
    assert.ok(pages[first]?.includes(`${entry.number}. ${entry.title}`), `${entry.id} begins on ${range.first}`)
    assert.ok(
      pages[last]?.includes(`Item ${entry.number} · ${entry.title} Page ${range.last}`) ||
        pages[last]?.includes(`Item ${entry.number} · ${entry.title}`),
      `${entry.id} ends on ${range.last}`,
    )
    assert.equal(pages[last + 1]?.includes(`Item ${entry.number} · ${entry.title}`) ?? false, false, `${entry.id} does not go on`)
    assert.ok(pages[0]?.includes(said(range)), `${said(range)} on the agenda`)
  }
}

test('M6: agenda ranges, footers and page labels agree, for Part 1 and for exempt pages', async () => {
  const input = samplePack(3)
  const { pdf, report } = await typesetPack(input)
  const { labels } = await readFrame(pdf)
  assert.deepEqual(report.ranges['i']?.first, 'E1')
  assert.deepEqual(labels?.slice(-4), ['E1', 'E2', 'E3', 'E4'])
  for (const read of [readWithPdfJs, readWithPdfium]) await checkRanges(await read(pdf), labels, report, input)
})

test('M6: a supplement goes on with the numbers of both series', async () => {
  const input = { ...samplePack(), label: 'Supplement 1', startPage: 57, startExemptPage: 9 }
  const { pdf, report } = await typesetPack(input)
  const { labels } = await readFrame(pdf)
  assert.deepEqual([labels?.[0], labels?.at(-1)], ['57', 'E12'])
  assert.equal(report.ranges['c']?.first, '58')
  await checkRanges(await readWithPdfium(pdf), labels, report, input)
})

test('M6: two readers find every word of the papers in the pack', async () => {
  const { pdf } = await typesetPack(samplePack())
  for (const read of [readWithPdfJs, readWithPdfium]) {
    const text = (await read(pdf)).join(' ')
    for (const words of [
      'Goldenvale Partnership for Children',
      'opened at Caer Glo and in Llŷn.',
      '£1.42 million',
      'ask for a report on evening transport in June',
      'preferred bidder is Heronfield',
      'Minute 31. The plan runs to March 2029.',
      'The meeting may be filmed.',
      'To follow',
      'No report status given',
      'Not for publication: paragraph 3',
      'Part 2: exempt items',
    ])
      assert.ok(text.includes(words), words)
  }
})

test('M6: bookmarks follow the agenda, sub-items below their item, sections below their paper', async () => {
  const { bookmarks } = await readFrame((await typesetPack(samplePack())).pdf)
  assert.deepEqual(
    bookmarks.map((bookmark) => bookmark.title),
    [
      'Agenda and papers',
      '1. Welcome and apologies',
      '2. Declarations of interest',
      '3. Minutes of the last meeting',
      '4. Urgent care capacity',
      '5. Performance and finance',
      '6. Winter plan',
      '7. Offer for the second clinic',
      '8. Lease of the hub',
    ],
  )
  assert.deepEqual(
    bookmarks[5]?.items.map((bookmark) => bookmark.title),
    ['5a. Needs assessment', '5b. Speech and language therapy'],
  )
  assert.deepEqual(
    bookmarks[3]?.items.map((bookmark) => bookmark.title),
    ['1. Purpose', '2. What was found in area 1', '3. Recommendations', 'Notes'],
  )
})

test('M6: the pack claims PDF/UA-1, is tagged, and says its title, language and author', async () => {
  const { pdf } = await typesetPack(samplePack(), { ...packLimits, madeAt: Temporal.Instant.from('2026-02-13T09:00:00Z') })
  const frame = await readFrame(pdf)
  assert.match(frame.xmp, /pdfuaid:part>1</)
  assert.equal(frame.marked?.Marked, true)
  assert.equal(
    frame.info['Title'],
    'Goldenvale Joint Commissioning Board, Agenda and papers, Tuesday 24 February 2026, 2 pm (Full pack, contains exempt information)',
  )
  assert.equal(frame.info['Author'], 'Goldenvale Joint Commissioning Board')
  assert.match(String(frame.info['CreationDate']), /^D:20260213090000/)
  assert.match(Buffer.from(pdf).toString('latin1'), /\/Lang ?\(en-GB\)/i)
  assert.match(Buffer.from(pdf).toString('latin1'), /\/DisplayDocTitle true/)
  assert.match(await frame.struct(1), /"role":"H1".*"role":"TH"/s)
  assert.match(await frame.struct(2), /"role":"H1".*"role":"H2".*"role":"L".*"role":"Caption".*"role":"TH".*"role":"TD"/s)
})

test('M6: a glyph our fonts lack is a white square on the page and reported by item', async () => {
  const tree: Paper = { version: 1, blocks: [paragraph('Naam ਪੰਜਾਬੀ and 漢字 and ∑ and 🙂 and Ŵŷ and مرحبا')] }
  const { pdf, report } = await typesetPack(one(tree, { place: 'Hall 漢' }))
  const text = (await readWithPdfium(pdf)).join(' ')
  assert.ok(text.includes('and □□ and ∑ and'), text)
  for (const kept of 'ਪੰਜਾਬੀمرحبا') assert.ok(!report.replacedCharacters.some(({ character }) => character === kept), kept)
  assert.ok(text.includes('Ŵŷ'))
  assert.ok(text.includes('Hall □'))
  assert.deepEqual(
    report.replacedCharacters.filter((found) => found.character === '漢'),
    [
      { character: '漢', times: 1, item: '' },
      { character: '漢', times: 1, item: 'only' },
    ],
  )
  assert.equal(
    report.replacedCharacters.some((found) => ['∑', '🙂', 'Ŵ'].includes(found.character)),
    false,
  )
})

test('M6: hostile text is printed as text', async () => {
  const hostile = [
    '#eval("panic()")',
    '#read("/etc/passwd")',
    '$ x^2 $ = heading',
    '@label <label> *bold* _it_',
    '\\ \\u{41} `raw`',
    'a\u0000b\u0007c\ud800d',
    '\u202egnp.exe\u202c \u2066x\u2069',
    'שלום עולם مرحبا',
    '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿 ❤️ 1️⃣',
    `Z${'\u0301'.repeat(300)}`,
    'q\u0331\u0304 ∑\u0301 🙂\u0301',
    '\ufffd\uffff\u{10ffff}',
    `${'x'.repeat(3000)}`,
    `https://example.org/${'path/'.repeat(200)}`,
  ]
  const cells = hostile.map((text) => [[run(text)], [run('1')]])
  const tree: Paper = {
    version: 1,
    blocks: [
      { type: 'heading', level: 4, content: [run(hostile[0] ?? '')] },
      { type: 'heading', level: 1, content: [run(' ')] },
      ...hostile.map((text) => paragraph(text)),
      { type: 'table', align: ['start', 'end'], rows: [[[run('Text')], []], ...cells] },
      { type: 'paragraph', content: [run('link', { href: 'javascript:alert(1)' }), run('link', { href: 'https://example.org/\ud800' })] },
    ],
  }
  const { pdf, report } = await typesetPack(one(tree, { title: '#eval("1")\u0000', date: '' }))
  const text = (await readWithPdfium(pdf)).join(' ')
  for (const words of ['#eval("panic()")', '#read("/etc/passwd")', '$ x^2 $ = heading', '@label <label> *bold* _it_', '`raw`'])
    assert.ok(text.includes(words), words)
  assert.equal(text.includes('root:'), false)
  assert.ok(report.replacedCharacters.length > 0)
  assert.equal(Buffer.from(pdf).toString('latin1').includes('javascript'), false)
})

test('M6: a paragraph of 100,000 characters, with spaces or without, fills pages and loses nothing', async () => {
  for (const text of ['seven words and a number 12345 here '.repeat(2800), 'm'.repeat(100_000)]) {
    const { pdf } = await typesetPack(one({ version: 1, blocks: [paragraph(text)] }))
    const wanted = text.replace(/\s/g, '').length
    const pages = (await readWithPdfium(pdf)).slice(1).map((page) =>
      page
        .replace('Item 1 · Only item', '')
        .replace(/Page \d+/, '')
        .replace('1. Only item', '')
        .replace('Report Attached', ''),
    )
    assert.equal(pages.join('').replace(/\s/g, '').length, wanted)
  }
})

test('M6: an empty agenda, empty papers and odd depths still make a pack', async () => {
  const empty: Paper = { version: 1, blocks: [] }
  const entries = [3, 1, 9, 2].map((depth, index) => ({
    id: `e${index}`,
    number: '',
    title: '',
    purpose: '',
    lead: '',
    status: 'Attached' as const,
    depth,
    part: 1 as const,
    paper: { facts: [], tree: empty },
  }))
  assert.equal((await typesetPack({ ...samplePack(), entries: [] })).report.pages, 1)
  assert.equal((await typesetPack({ ...samplePack(), noticeLines: [], partnership: '', place: '', entries })).report.pages, 5)
  assert.deepEqual(
    (await typesetPack({ ...samplePack(), entries: entries.map((entry) => ({ ...entry, part: 2 as const })) })).report.ranges['e3'],
    { first: 'E4', last: 'E4' },
  )
})

test('M12: minutes are one tagged document with attendance and numbered sections', async () => {
  const { noticeLines: _lines, ...front } = samplePack()
  const input: DocumentInput = {
    ...front,
    noticeLines: [],
    title: 'Minutes',
    label: 'Draft minutes',
    facts: [
      ['Chair', 'Cllr Nia Howell'],
      ['Began', '2.00 pm'],
    ],
    lists: [
      {
        title: 'Present',
        people: [
          ['Cllr Nia Howell', 'County council'],
          ['Ifan Rees', ''],
        ],
      },
      { title: 'Apologies', people: [] },
    ],
    sections: [
      { number: '25', title: 'Declarations of interest', tree: { version: 1, blocks: [paragraph('There were none.')] } },
      { number: '26', title: 'Winter plan 漢', tree: { version: 1, blocks: [paragraph('Resolved: that the plan is agreed.')] } },
    ],
  }
  const { pdf, report } = await typesetDocument(input)
  const text = (await readWithPdfium(pdf)).join(' ')
  for (const words of [
    'Draft minutes',
    'Chair Cllr Nia Howell',
    'Cllr Nia Howell, County council',
    '25 Declarations of interest',
    'Resolved: that the plan is agreed.',
    'Page 1',
  ])
    assert.ok(text.includes(words), `${words}\n${text}`)
  assert.equal(text.includes('Apologies'), false)
  assert.deepEqual(report.replacedCharacters, [{ character: '漢', times: 1, item: '26' }])
  assert.match((await readFrame(pdf)).xmp, /pdfuaid:part>1</)
})

test('M6: a pack beyond its limits ends in a sentence, and leaves no files behind', async () => {
  const folders = (): number => readdirSync(tmpdir()).filter((name) => name.startsWith(`goldenthread-child-${process.pid}-`)).length
  const before = folders()
  const failed = async (limits: Partial<typeof packLimits>, sections = 60): Promise<ChildFailed> => {
    const error: unknown = await typesetPack(samplePack(sections), { ...packLimits, ...limits }).then(
      () => undefined,
      (reason: unknown) => reason,
    )
    assert.ok(error instanceof ChildFailed, String(error))
    return error
  }
  const large = await failed({ megabytes: 300 })
  assert.deepEqual(
    [large.reason, large.message],
    ['too-large', 'The document is too large to be made in one piece. Divide it, or put part of it into a supplement.'],
  )
  assert.equal((await failed({ seconds: 0.2 })).reason, 'too-slow')
  assert.equal((await failed({ signal: AbortSignal.timeout(150) })).reason, 'stopped')
  assert.equal((await failed({ signal: AbortSignal.abort() })).reason, 'stopped')
  assert.equal(
    await typesetPack(one({ version: 1, blocks: [paragraph('x'.repeat(61_000_000))] })).catch(
      (error: unknown) => error instanceof ChildFailed && error.reason,
    ),
    'too-large',
  )
  assert.equal(folders(), before)
})
