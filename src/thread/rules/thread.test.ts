import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type GapRule, gapRules } from './gap-rules.ts'
import { type GapAnswer, type GapGround, judgeGaps } from './gaps.ts'
import { layersOf } from './layers.ts'
import { judgeLink } from './link.ts'
import { servedBy, servingThrough } from './near.ts'
import { keyOf, type NodeRef, type ThreadLink, type ThreadNode } from './node.ts'
import { type Branch, branchesOf, type Walk, type WalkedLink } from './walk.ts'

const today = Temporal.PlainDate.from('2026-03-10')
const kinds = [
  ...(['need', 'plan', 'priority', 'outcome', 'measure', 'plan-action', 'decision', 'consultation'] as const),
  ...(['money-line', 'service', 'agreement', 'strategy', 'event'] as const),
] as const
const marks = ['owner', 'lead', 'due', 'overdue', 'done', 'baseline', 'reported', 'noted']
const nodeOf = (kind: string, id: string, says: readonly string[] = []): ThreadNode => ({
  ...{ kind, id, label: `${kind} ${id}`, body: undefined },
  says: new Set(says),
})
const linkOf = (from: NodeRef, relation: string, to: NodeRef): ThreadLink => ({ from, relation, to, link: undefined })

/** A graph of any shape: circles, several ways to one record, records on their own. */
const graph = fc
  .array(fc.tuple(fc.constantFrom(...kinds), fc.subarray(marks)), { minLength: 1, maxLength: 14 })
  .chain((made) =>
    fc.record({
      nodes: fc.constant(made.map(([kind, says], index) => nodeOf(kind, `n${index}`, says))),
      ends: fc.array(fc.tuple(fc.nat(made.length - 1), fc.nat(made.length - 1)), { maxLength: 30 }),
      accepted: fc.array(fc.tuple(fc.nat(made.length - 1), fc.nat(gapRules.length - 1), fc.boolean()), { maxLength: 6 }),
    }),
  )
  .map(({ nodes, ends, accepted }) => ({
    nodes,
    links: ends.flatMap(([from, to]) => {
      const [one, other] = [nodes[from], nodes[to]]
      return one && other && one !== other ? [linkOf(one, 'serves', other)] : []
    }),
    answers: accepted.map(([node, rule, isOver], index): GapAnswer => {
      const of = nodes[node] ?? nodeOf('need', '')
      const until = today.add({ days: isOver ? 0 : 1 })
      return {
        ...{ id: `a${index}`, rule: gapRules[rule]?.key ?? '', kind: of.kind, record: of.id },
        answer: 'accepted',
        person: 'p',
        until,
        words: '',
        body: undefined,
        version: 1,
      }
    }),
  }))
const groundOf = (made: {
  readonly nodes: readonly ThreadNode[]
  readonly links: readonly ThreadLink[]
  readonly answers: readonly GapAnswer[]
}): GapGround => ({
  ...made,
  kinds: new Set(kinds),
  today,
})

/** The same question asked slowly: is a record of one of these kinds reached along links, one after the other? */
function reaches(
  { nodes, links }: GapGround,
  start: ThreadNode,
  wanted: readonly string[],
  along: (link: ThreadLink) => readonly [NodeRef, NodeRef],
): boolean {
  const reached = new Set<string>()
  for (let turn = 0; turn <= nodes.length; turn += 1)
    for (const link of links) {
      const [from, to] = along(link).map(keyOf)
      if (from === keyOf(start) || reached.has(from ?? '')) reached.add(to ?? '')
    }
  reached.delete(keyOf(start))
  return nodes.some((node) => reached.has(keyOf(node)) && wanted.includes(node.kind))
}

test('T3: records asked = with + without + accepted, for every rule and any graph; a slow second reading agrees', () => {
  fc.assert(
    fc.property(graph, (made) => {
      const ground = groundOf(made)
      for (const { rule, asked, with: having, without, accepted, isNotJudged } of judgeGaps(gapRules, ground)) {
        assert.equal(asked, having + without.length + accepted.length, rule.key)
        const { need } = rule
        if (isNotJudged || !('servedBy' in need)) continue
        for (const node of [...without, ...accepted])
          assert.ok(!reaches(ground, node, need.servedBy, ({ from, to }) => [to, from]), rule.key)
        const lacking = new Set([...without, ...accepted])
        const rest = made.nodes.filter(
          (node) => rule.of.includes(node.kind) && !lacking.has(node) && !(rule.notFor ?? []).some((mark) => node.says?.has(mark)),
        )
        for (const node of rest)
          assert.ok(
            reaches(ground, node, need.servedBy, ({ from, to }) => [to, from]),
            rule.key,
          )
      }
    }),
  )
})

test('T3: a rule about what nobody records is not judged; what is accepted is counted apart until its day, and asked again on it', () => {
  const priority = nodeOf('priority', 'p')
  const [money] = gapRules.filter(({ key }) => key === 'priority-without-money')
  const rule = gapRules.find(({ key }) => key === 'priority-without-measure') as GapRule
  const ground = groundOf({ nodes: [priority], links: [], answers: [] })
  const unrecorded = { ...ground, kinds: new Set(kinds.filter((kind) => kind !== 'money-line')) }
  assert.equal(judgeGaps([money as GapRule], unrecorded)[0]?.isNotJudged, true)
  const answer = {
    id: 'a',
    rule: rule.key,
    kind: 'priority',
    record: 'p',
    answer: 'accepted' as const,
    person: 'x',
    words: '',
    body: undefined,
    version: 1,
  }
  const until = (day: Temporal.PlainDate) => judgeGaps([rule], { ...ground, answers: [{ ...answer, until: day }] })[0]
  assert.deepEqual([until(today)?.without.length, until(today)?.accepted.length], [1, 0])
  assert.deepEqual([until(today.add({ days: 1 }))?.without.length, until(today.add({ days: 1 }))?.accepted.length], [0, 1])
  const answered = gapRules.filter(({ key }) => key === 'recommendation-without-response')
  const recommendations = [['responded'], [], ['closed'], ['draft']].map((says, index) => nodeOf('recommendation', `r${index}`, says))
  const responses = judgeGaps(answered, { ...ground, kinds: new Set(['recommendation']), nodes: recommendations })[0]
  assert.deepEqual([responses?.asked, responses?.with, responses?.without.map(({ id }) => id)], [2, 1, ['r1']])
  const plan = nodeOf('plan', 'plan')
  const need = nodeOf('need', 'need')
  const links = [linkOf(priority, 'part-of', plan), linkOf(priority, 'answers', need)]
  const through = gapRules.filter(({ key }) => key === 'plan-without-need')
  assert.equal(
    judgeGaps(through, { ...ground, nodes: [priority, plan, need], links })[0]?.with,
    1,
    'a plan answers a need by one of its priorities',
  )
})

test('T3: money reaches a priority by its service and its outcome, and is a gap where the service serves none; a draft is not asked', () => {
  const [line, service, outcome] = [nodeOf('money-line', 'l', ['money']), nodeOf('service', 's'), nodeOf('outcome', 'o')]
  const ground = { nodes: [line, service, outcome, nodeOf('money-line', 'd', ['draft'])], kinds: new Set(kinds), answers: [], today }
  const money = gapRules.filter(({ key }) => key === 'money-serving-nothing' || key === 'service-serving-nothing')
  const bought = [linkOf(line, 'delivers', service)]
  const lacking = (links: readonly ThreadLink[]) =>
    judgeGaps(money, { ...ground, links }).map(({ asked, without }) => [asked, without.length])
  assert.deepEqual(lacking(bought), [
    [1, 1],
    [1, 1],
  ])
  assert.deepEqual(lacking([...bought, linkOf(service, 'serves', outcome)]), [
    [1, 0],
    [1, 0],
  ])
})

test('T2: a walk is told as a tree in which each record stands once with what follows from it, whatever circles there are', () => {
  fc.assert(
    fc.property(graph, ({ nodes, links }) => {
      const [start] = nodes
      if (start === undefined) return
      const walk = walkOf(start, links)
      const all: Branch[] = []
      const gather = (branches: readonly Branch[]): void => {
        for (const branch of branches) {
          all.push(branch)
          gather(branch.branches)
        }
      }
      gather(branchesOf(start, walk, (one, other) => keyOf(one.node).localeCompare(keyOf(other.node))))
      const told = all.filter(({ isAgain }) => !isAgain).map(({ node }) => keyOf(node))
      assert.equal(new Set(told).size, told.length)
      assert.deepEqual(new Set(told), new Set(walk.links.map(({ from }) => keyOf(from)).filter((key) => key !== keyOf(start))))
      assert.equal(all.length, walk.links.length, 'every link stands once')
      const { boxes, lines } = layersOf(start, [walk])
      const drawn = new Set(boxes.map(({ node }) => keyOf(node)))
      assert.equal(drawn.size, boxes.length)
      assert.equal(new Set(boxes.map(({ column, row }) => `${column} ${row}`)).size, boxes.length, 'no two boxes in one place')
      for (const { from, to } of lines) assert.ok(drawn.has(keyOf(from)) && drawn.has(keyOf(to)), 'no dangling arrow')
    }),
  )
})

test('T1: a link is judged by the rules of its day, and never closes a circle', () => {
  const [from, to] = [nodeOf('action', 'a'), nodeOf('decision', 'd')]
  const ground = {
    from,
    rules: [{ fromKind: 'action', relation: 'carries-out', toKind: 'decision' }],
    servedByOther: new Set<string>(),
    there: new Set<string>(),
  }
  const link = { relation: 'carries-out', to }
  assert.equal(judgeLink(link, ground), undefined)
  assert.equal(judgeLink(link, { ...ground, rules: [] }), 'link-not-allowed')
  assert.equal(judgeLink({ ...link, to: from }, ground), 'link-to-itself')
  assert.equal(judgeLink(link, { ...ground, servedByOther: new Set([keyOf(from)]) }), 'link-circular')
  assert.equal(judgeLink(link, { ...ground, there: new Set(['carries-out']) }), 'link-there')
})

/** A walk back from a record as the database walks: step by step, each record gone on from once, each link once. */
function walkOf(start: NodeRef, links: readonly ThreadLink[]): Walk {
  const walked: WalkedLink[] = []
  const known = new Set([keyOf(start)])
  const unique = [...new Map(links.map((link) => [`${keyOf(link.from)} ${keyOf(link.to)}`, link])).values()]
  let frontier = new Set(known)
  for (let step = 1; frontier.size > 0; step += 1) {
    const found = unique.filter(({ to }) => frontier.has(keyOf(to)))
    walked.push(...found.map((link) => ({ ...link, step })))
    frontier = new Set(found.map(({ from }) => keyOf(from)).filter((key) => !known.has(key)))
    for (const key of frontier) known.add(key)
  }
  return { direction: 'back', links: walked, goesOn: false }
}

test('T5: a group of people is reached through its services: money of these alone, measures, actions and views also of what they serve', () => {
  const ref = (key: string): NodeRef => ({ kind: key.split('/')[0] ?? '', id: key.split('/')[1] ?? '' })
  const links = [
    ...['service/a>outcome/o', 'service/b>outcome/o', 'money-line/a>service/a', 'contract/a>service/a', 'money-line/b>service/b'],
    ...['measure/m>outcome/o', 'priority/p>outcome/o', 'plan-action/x>priority/p', 'event/e>priority/p', 'money-line/p>priority/p'],
    ...['money-line/o>outcome/o', 'measure/far>plan-action/x', 'service/a>cost-scenario/s', 'measure/never>cost-scenario/s'],
  ].map((line) => ({ from: ref(line.split('>')[0] ?? ''), to: ref(line.split('>')[1] ?? '') }))
  const found = servingThrough([ref('service/a')], links)
  assert.deepEqual(
    [...found].toSorted(),
    ['contract/a', 'event/e', 'measure/m', 'money-line/a', 'plan-action/x', 'priority/p', 'service/b'].toSorted(),
    'not the money of the outcome, of another group, nor what is further away',
  )
  assert.deepEqual(servedBy([ref('service/a')], links), [ref('outcome/o')])
  fc.assert(
    fc.property(fc.shuffledSubarray(links, { minLength: links.length }), (shuffled) => {
      assert.deepEqual(servingThrough([ref('service/a')], shuffled), found, 'in whatever order links come')
    }),
  )
})
