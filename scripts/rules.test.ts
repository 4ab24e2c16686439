import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, test } from 'node:test'
import { sharedMissing, sharedPath } from '#test/support/shared.ts'

const root = resolve(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'rules-'))
after(() => rmSync(folder, { recursive: true }))

interface Line {
  readonly list: string
  readonly index: number
  readonly computed: Readonly<Record<string, unknown>>
  readonly equal: boolean | null
}

function run(...words: readonly string[]): { status: number | null; lines: Line[]; said: string } {
  const ended = spawnSync(process.execPath, ['--import', './scripts/loading/hooks.ts', 'scripts/rules.ts', ...words], {
    cwd: root,
    encoding: 'utf8',
  })
  const lines =
    ended.stdout.trim() === ''
      ? []
      : ended.stdout
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as Line)
  return { status: ended.status, lines, said: ended.stderr }
}

function runOn(kind: string, content: unknown) {
  const file = join(folder, `${kind}.json`)
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return run(kind, file)
}

for (const kind of ['notice', 'quorum'])
  test(`G6, G10: every worked example of ${kind} as given`, { skip: sharedMissing(`domain/worked-examples/${kind}.json`) }, () => {
    const { status, lines } = run(kind, sharedPath(`domain/worked-examples/${kind}.json`) ?? '')
    assert.equal(status, 0)
    assert.ok(lines.length >= 10)
    assert.ok(lines.every(({ equal, list }, index) => equal === true && list === 'cases' && lines[index]?.index === index))
  })

for (const [kind, requirement, count] of [
  ['money', 'C5, C6', 6],
  ['payment_mechanisms', 'C10', 4],
] as const)
  test(`${requirement}: every worked example of ${kind} as given, to the penny`, {
    skip: sharedMissing(`domain/worked-examples/${kind}.json`),
  }, () => {
    const { status, lines } = run(kind, sharedPath(`domain/worked-examples/${kind}.json`) ?? '')
    assert.equal(status, 0)
    assert.deepEqual(
      lines.map(({ equal }) => equal),
      Array.from({ length: count }, () => true),
    )
  })

test('C6: a share above its cap is cut to it and the rest falls to the lead; what is no rule is said', () => {
  const contributions_pence = { Council: 60, North: 30, South: 10 }
  const { status, lines, said } = runOn('money', {
    risk_share: [
      {
        mode: 'capped',
        overspend_pence: 100,
        contributions_pence,
        caps: [null, 20, 5],
        shares_pence: { Council: 75, North: 20, South: 5 },
      },
      { mode: 'by luck', overspend_pence: 100, contributions_pence },
    ],
  })
  assert.equal(status, 1)
  assert.deepEqual(
    lines.map(({ equal }) => equal),
    [true, false],
  )
  assert.match(said, /mode is none of/)
})

test('I1, P4: every worked example of targets and colours as given', {
  skip: sharedMissing('domain/worked-examples/targets_and_rag.json'),
}, () => {
  const { status, lines } = run('targets_and_rag', sharedPath('domain/worked-examples/targets_and_rag.json') ?? '')
  assert.equal(status, 0)
  assert.deepEqual(
    ['indicators', 'rag_cases'].map((name) => lines.filter(({ list, equal }) => list === name && equal === true).length),
    [7, 9],
  )
})

test('I3: every published vector of statistical process control as given', {
  skip: sharedMissing('standards/spc/rule-vectors.json'),
}, () => {
  const { status, lines } = run('spc', sharedPath('standards/spc/rule-vectors.json') ?? '')
  assert.equal(status, 0)
  assert.equal(lines.length, 44)
  assert.ok(lines.every(({ equal }) => equal === true))
})

test('I3: vectors of our own, one of them wrong, one of them not to be read', () => {
  const { status, lines, said } = runOn('spc', {
    limits: [{ in: [52, 48, 50, 53, 47, 51, 49, 52, 50, 64, 50, 51, 49, 50, 52, 48], screening: true, mean: 51, lpl: 43.6, upl: 58.4 }],
    sevenPointsOneSide: [{ in: [1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 'x'] }],
    partOfSeven: [{ in: [1, 1, 0, 1, 1, 1, 1, 1, 1, 1] }],
  })
  assert.equal(status, 1)
  assert.deepEqual(
    lines.map(({ list, equal }) => [list, equal]),
    [
      ['limits', false],
      ['sevenPointsOneSide', false],
      ['partOfSeven', null],
    ],
  )
  assert.match(said, /Case 0 of sevenPointsOneSide cannot be read/)
})

test('G10: other dates, rules and counts; answer keys are never inputs, and null where the case carries none', () => {
  const cases = [
    { meeting: '2027-04-01', rule: 'clear working days before', days: 5 },
    { meeting: '2027-04-01', rule: 'clear calendar days before', days: 5, latest_day: '2027-03-26' },
    { meeting: '2026-09-14', rule: 'calendar days before', days: 7, sent_on: '2026-09-07', latest_day: '1999-01-01', met: true },
    { meeting: '2026-09-14', rule: 'working days before', days: 5, sent_on: '2026-09-08', met: false, weekday: 'Nonsense' },
    { meeting: '2030-01-10', rule: 'working days before', days: 5, latest_day: null },
  ]
  const { status, lines } = runOn('notice', { other: 'text', first: cases.slice(0, 2), second: cases.slice(2) })
  assert.equal(status, 1)
  assert.deepEqual(lines, [
    { list: 'first', index: 0, computed: { latest_day: '2027-03-22', met: null }, equal: null },
    { list: 'first', index: 1, computed: { latest_day: '2027-03-26', met: null }, equal: true },
    { list: 'second', index: 0, computed: { latest_day: '2026-09-07', met: true }, equal: false },
    { list: 'second', index: 1, computed: { latest_day: '2026-09-07', met: false }, equal: true },
    { list: 'second', index: 2, computed: { latest_day: null, met: null }, equal: true },
  ])
})

test('G6: rooms as lists and as counts, by key and by family', () => {
  const commissioning = Array.from({ length: 6 }, () => ({ group: 'commissioning', agency: 'Any' }))
  const provider = Array.from({ length: 12 }, () => ({ group: 'provider' }))
  const cases = [
    { rule: 'childrens_trust_board', present: [...commissioning, ...provider] },
    { rule: 'childrens_trust_board', present: [...commissioning.slice(1), ...provider, { group: 'observer' }] },
    { rule: 'childrens_trust_board', present: commissioning, chair_consulted_absent: true },
    { rule: 'delivery_board', present: { CCG: 2, Council: 2 } },
    { rule: 'delivery_board', present: { CCG: 9, Council: 1 } },
    { rule: 'proactive_care_board', present: [{ group: 'CCG' }, { group: 'CCG' }, { group: 'Council' }, { group: 'Public health' }] },
    { rule: 'steering_group', present: { chair: true, agencies: 2 } },
    { rule: 'steering_group', present: { agencies: 5 } },
    { rule: 'joint_commissioning_board', present: [] },
    { rule: 'strategic_partnership', present: { members: 30 } },
    { rule: 'local_area_group', present: [...Array.from({ length: 6 }, () => ({ voting: 'voting' })), { voting: 'non_voting' }] },
    { rule: 'local_area_group', present: Array.from({ length: 7 }, () => ({ group: 'voting' })) },
    { rule: 'steering_group', present: { chair: 1, agencies: 1 } },
    { rule: 'delivery_board', present: [{ group: 'CCG' }, { group: 'CCG' }, { group: 'Council' }, { group: 'Council', excluded: true }] },
    { rule: 'delivery_board', present: [{ group: 'CCG' }, { group: 'CCG' }, { group: 'Council' }, { group: 'NHS England' }] },
  ]
  const { status, lines } = runOn('quorum', { cases })
  assert.equal(status, 0)
  assert.ok(lines.every(({ equal }) => equal === null))
  assert.deepEqual(
    lines.map(({ computed }) => computed.quorate),
    [true, false, true, true, false, true, true, false, true, null, false, true, false, false, false],
  )
})

test('G6: a case that cannot be read gets a sentence, empty answers and false', () => {
  const cases = [
    { rule: 'unheard_of', present: [] },
    7,
    { rule: 'local_area_group', present: { voting: 14 } },
    { rule: 'steering_group', present: { agencies: -1 } },
  ]
  const { status, lines, said } = runOn('quorum', { cases })
  assert.equal(status, 1)
  assert.ok(lines.every(({ computed, equal }) => computed.quorate === null && equal === false))
  assert.equal(said.trim().split('\n').length, 4)
  const notice = runOn('notice', [
    { meeting: '2027-02-30', rule: 'working days before', days: 5 },
    { meeting: '2027-02-10', rule: 'soon', days: 5 },
  ])
  assert.deepEqual(
    notice.lines.map(({ equal }) => equal),
    [false, false],
  )
})

test('an unknown kind, a missing file, what is not JSON and a file without cases end with 2 and a sentence', () => {
  for (const ended of [
    run(),
    run('weather', 'x.json'),
    run('notice'),
    run('notice', join(folder, 'nowhere.json')),
    runOn('notice', '{'),
    runOn('notice', { about: 'nothing' }),
  ]) {
    assert.equal(ended.status, 2)
    assert.deepEqual(ended.lines, [])
    assert.match(ended.said, /\.\n$/)
  }
})

test('whoever reads only the first lines, as head does, sees no fault', () => {
  const file = join(folder, 'many.json')
  const one = { meeting: '2026-09-14', rule: 'working days before', days: 5 }
  writeFileSync(file, JSON.stringify(Array.from({ length: 3000 }, () => one)))
  const words = `"${process.execPath}" --import ./scripts/loading/hooks.ts scripts/rules.ts notice "${file}" | head -1`
  const { stdout, stderr } = spawnSync('sh', ['-c', words], { cwd: root, encoding: 'utf8' })
  assert.equal(stdout.trim().split('\n').length, 1)
  assert.equal(stderr, '')
})
