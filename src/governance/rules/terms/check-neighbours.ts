import type { Finding } from './finding.ts'
import { type RuleName, ruleNames, type Terms } from './terms.ts'
import { listed, ruleTitles } from './wording.ts'

/** Another body on record, as far as the terms of this one may speak of it. */
export interface Neighbour {
  readonly name: string
  /** Its own terms in force; undefined where it has none here. */
  readonly terms: Terms | undefined
  /** Whether a relationship between the two is on record on the day. */
  readonly related: boolean
  readonly ended: boolean
}

/** A kind of matter that terms may send on to others. */
interface Matter {
  readonly rule: RuleName
  /** As a sentence begins with it. */
  readonly words: string
  /** Whom these terms send it to; empty where the body settles it itself. */
  readonly sentTo: (terms: Terms) => readonly string[]
}

const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase()

function mattersOf(terms: Terms): readonly Matter[] {
  const functions = (terms.functions.value ?? []).map(
    ({ name }): Matter => ({
      rule: 'functions',
      words: `“${name}”`,
      sentTo: (of) => of.functions.value?.find((one) => same(one.name, name))?.reservedTo ?? [],
    }),
  )
  const barred = (['policy', 'resources'] as const).map(
    (subject): Matter => ({
      rule: 'voting',
      words: `A matter of ${subject}`,
      sentTo: ({ voting: { value } }) => (value?.notPermittedOn.includes(subject) ? value.referTo : []),
    }),
  )
  const disputes: Matter = { rule: 'disputes', words: 'A dispute', sentTo: lastStep }
  return [...functions, ...barred, disputes]
}

/** The last step of the ladder decides; where that is the body itself the dispute ends there. */
function lastStep({ body, disputes }: Terms): readonly string[] {
  const last = disputes.value?.at(-1)
  const who = typeof last === 'string' ? last : last?.who
  return who === undefined || same(who, body.name) ? [] : [who]
}

/** The way by which a matter comes back to where it was sent from, and whether anybody outside that way could settle it. */
function wayBack(
  terms: Terms,
  matter: Matter,
  byName: ReadonlyMap<string, Terms>,
): { readonly way: readonly string[]; readonly open: boolean } {
  const own = terms.body.name.toLowerCase()
  const seen = new Map<string, readonly string[]>()
  const waiting: { readonly terms: Terms; readonly way: readonly string[] }[] = [{ terms, way: [] }]
  let back: readonly string[] | undefined
  let open = false
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    for (const name of matter.sentTo(at.terms)) {
      const key = name.trim().toLowerCase()
      if (key === own) back ??= at.way
      else if (!seen.has(key)) {
        const way = [...at.way, name]
        seen.set(key, way)
        const next = byName.get(key)
        if (next === undefined || matter.sentTo(next).length === 0) open = true
        else waiting.push({ terms: next, way })
      }
    }
  }
  return { way: back ?? [], open: open || back === undefined }
}

function circles(terms: Terms, byName: ReadonlyMap<string, Terms>): readonly Finding[] {
  const found = mattersOf(terms).flatMap((matter) => {
    const { way, open } = wayBack(terms, matter, byName)
    return way.length === 0 ? [] : [{ matter, way, open }]
  })
  // What goes the same way round is told in one sentence.
  return [...Map.groupBy(found, ({ matter, way, open }) => [matter.rule, open, ...way].join('\n')).values()].flatMap((alike) => {
    const [first] = alike
    if (first === undefined) return []
    const sent = `is sent to ${first.way.map((name) => `the ${withoutThe(name)}`).join(', and on to ')}, whose terms send it back here`
    const words = listed(alike.map(({ matter }, index) => (index === 0 ? matter.words : lowered(matter.words))))
    return [
      first.open
        ? {
            severity: 'contradiction' as const,
            code: 'refers-in-a-circle' as const,
            rule: first.matter.rule,
            sentence: `${ruleTitles[first.matter.rule]}: ${words} ${sent}; somebody else is named besides.`,
            whatToDo: 'Say who decides first, and take this way round out of one of the two terms.',
          }
        : {
            severity: 'impossible' as const,
            code: 'refers-in-a-circle' as const,
            rule: first.matter.rule,
            sentence: `${ruleTitles[first.matter.rule]}: ${words} ${sent}: nobody can ever decide.`,
            whatToDo: 'Give one of these bodies the last word before these terms are adopted.',
          },
    ]
  })
}

const withoutThe = (name: string): string => name.replace(/^the /i, '')
const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)

/** The words of a rule in which the name of another body is out of place, unless the two have to do with one another. */
const ownWords: Readonly<Partial<Record<RuleName, (terms: Terms) => readonly string[]>>> = {
  purpose: ({ purpose }) => [purpose.value ?? ''],
  responsibilities: ({ responsibilities }) => responsibilities.value ?? [],
  functions: ({ functions }) => (functions.value ?? []).map(({ name }) => name),
  deputies: ({ deputies }) => [deputies.value?.capacity ?? ''],
  intake: ({ intake }) => [...(intake.value?.agreedBy ?? []), intake.value?.urgentItemsBy ?? ''],
}

/** Whom the terms name on purpose: to answer to, refer to, or report to. */
function namedOnPurpose(terms: Terms): readonly string[] {
  return [
    ...(terms.functions.value ?? []).flatMap(({ reservedTo }) => reservedTo),
    ...(terms.voting.value?.referTo ?? []),
    ...(terms.voting.value?.viewsReferredTo ?? []),
    ...(terms.reporting.value ?? []).map(({ to }) => to),
    ...(terms.disputes.value ?? []).map((step) => (typeof step === 'string' ? step : step.who)),
  ]
}

function leftIn(terms: Terms, neighbours: readonly Neighbour[]): readonly Finding[] {
  const purposely = namedOnPurpose(terms).map((name) => name.toLowerCase())
  const strangers = neighbours
    .filter(({ name, related }) => !related && !same(name, terms.body.name) && !purposely.includes(name.toLowerCase()))
    .toSorted((one, other) => other.name.length - one.name.length)
  return ruleNames.flatMap((rule) => {
    if (terms[rule].bodyNamed !== undefined) return []
    let words = (ownWords[rule]?.(terms) ?? []).join('\n').toLowerCase().replaceAll(terms.body.name.toLowerCase(), '')
    return strangers.flatMap(({ name }): Finding[] => {
      if (!words.includes(name.toLowerCase())) return []
      words = words.replaceAll(name.toLowerCase(), '') // a shorter name within it is not found again
      return [
        {
          severity: 'question',
          code: 'another-body-named',
          rule,
          sentence: `${ruleTitles[rule]}: the words name the ${withoutThe(name)}, to which this body has no relationship on record.`,
          whatToDo: 'Were they taken over from its terms? Correct the name, or record how the two bodies stand to one another.',
        },
      ]
    })
  })
}

const namingRules = {
  functions: (terms: Terms) => (terms.functions.value ?? []).flatMap(({ reservedTo }) => reservedTo),
  voting: (terms: Terms) => [...(terms.voting.value?.referTo ?? []), ...(terms.voting.value?.viewsReferredTo ?? [])],
  reporting: (terms: Terms) => (terms.reporting.value ?? []).map(({ to }) => to),
  disputes: (terms: Terms) => (terms.disputes.value ?? []).map((step) => (typeof step === 'string' ? step : step.who)),
} as const

function endedNamed(terms: Terms, neighbours: readonly Neighbour[]): readonly Finding[] {
  const over = new Map(neighbours.filter(({ ended }) => ended).map(({ name }) => [name.toLowerCase(), name]))
  return (Object.keys(namingRules) as (keyof typeof namingRules)[]).flatMap((rule) => {
    const names = new Set(namingRules[rule](terms).flatMap((name) => over.get(name.trim().toLowerCase()) ?? []))
    return [...names].map(
      (name): Finding => ({
        severity: 'contradiction',
        code: 'ended-body-named',
        rule,
        sentence: `${ruleTitles[rule]}: the terms name the ${withoutThe(name)}, which has ended.`,
        whatToDo: 'Name the body that has taken its place, or take the name out.',
      }),
    )
  })
}

/** What is questionable about terms beside those of other bodies: matters that go round in a circle, names left in, bodies that have ended (G11). */
export function checkNeighbours(terms: Terms, neighbours: readonly Neighbour[]): readonly Finding[] {
  const byName = new Map(neighbours.flatMap(({ name, terms: own }) => (own ? [[name.trim().toLowerCase(), own]] : [])))
  return [...circles(terms, byName), ...leftIn(terms, neighbours), ...endedNamed(terms, neighbours)]
}
