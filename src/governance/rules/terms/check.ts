import { checkDemands } from './check-composition.ts'
import { checkLastWord } from './check-last-word.ts'
import { checkNeighbours, type Neighbour } from './check-neighbours.ts'
import { checkPractice } from './check-practice.ts'
import { checkQuorum } from './check-quorum.ts'
import { checkTiming } from './check-timing.ts'
import type { Finding, PracticeFact } from './finding.ts'
import { type RuleName, ruleNames, type Terms } from './terms.ts'
import { ruleTitles } from './wording.ts'

/** Rules whose absence leaves a meeting without an answer; others may be missing without harm. */
const NEEDED: readonly RuleName[] = [
  'functions',
  'quorum',
  'chair',
  'deputies',
  'voting',
  'agendaOut',
  'frequency',
  'interests',
  'minutesPublished',
  'reviewEveryMonths',
]

function twoReadings(terms: Terms, name: RuleName): Finding[] {
  const { status, readings, value } = terms[name]
  if (status !== 'contradictory' || readings === undefined) return []
  return [
    {
      severity: 'contradiction',
      code: 'two-readings',
      rule: name,
      sentence: `${ruleTitles[name]} has ${readings.length} readings. ${readings.map(({ text }, index) => `(${index + 1}) ${text}`).join(' ')}`,
      whatToDo:
        value === null
          ? 'A person must decide which reading holds; until then there is no rule.'
          : 'A person must decide which reading holds; until then the one shown as the rule is followed.',
    },
  ]
}

function missing(terms: Terms, name: RuleName): Finding[] {
  if (terms[name].status !== 'not-stated' || !NEEDED.includes(name)) return []
  return [
    {
      severity: 'gap',
      code: 'not-stated',
      rule: name,
      sentence: `${ruleTitles[name]}: the terms say nothing.`,
      whatToDo: 'Agree a rule and record it with who agreed it. Until then the system shows the gap and assumes nothing.',
    },
  ]
}

function anotherBody(terms: Terms, name: RuleName): Finding[] {
  const { bodyNamed } = terms[name]
  if (bodyNamed === undefined || bodyNamed === terms.body.name) return []
  return [
    {
      severity: 'question',
      code: 'another-body-named',
      rule: name,
      sentence: `${ruleTitles[name]}: the text names the ${bodyNamed}, another body.`,
      whatToDo: 'Correct the name in the next version. The rule is read as if it named this body.',
    },
  ]
}

function clockRead(terms: Terms, name: 'draftMinutes' | 'minutesPublished'): Finding[] {
  const clock = terms[name].value?.clock
  if (clock === undefined || clock.chosenBy === null) return []
  return [
    {
      severity: 'question',
      code: 'clock-read',
      rule: name,
      sentence: `${ruleTitles[name]}: where the clock starts is a reading by ${clock.chosenBy}. ${clock.reading}`,
      whatToDo: 'Have the body confirm the reading, or write the start of the clock into the next version.',
    },
  ]
}

function seatsTwice(terms: Terms): Finding[] {
  const seen = new Map<string, string>()
  return terms.seats.flatMap((seat): Finding[] => {
    const name = `${seat.name} ${seat.organisation ?? seat.sector ?? ''}`.toLowerCase()
    if (!seen.has(name)) {
      seen.set(name, seat.key)
      return []
    }
    return [
      {
        severity: 'question',
        code: 'seat-listed-twice',
        rule: 'seats',
        sentence: `The seat “${seat.name}” is listed twice.`,
        whatToDo: 'Ask whether two seats are meant. If so give them one entry with two places; if not remove one.',
      },
    ]
  })
}

function nobodyCanDeputise(terms: Terms): Finding[] {
  const members = terms.seats.filter(({ voting }) => voting === 'voting' || voting === 'non_voting')
  if (terms.deputies.value?.kind !== 'forbidden' || members.length === 0 || !members.every(({ byPost }) => byPost)) return []
  return [
    {
      severity: 'question',
      code: 'deputies-forbidden-all-by-post',
      rule: 'deputies',
      sentence: 'Deputies are forbidden while every seat belongs to a post: whoever is ill leaves the agency without a voice.',
      whatToDo: 'Allow a deputy at least for seats by post.',
    },
  ]
}

const ORDER = ['impossible', 'contradiction', 'gap', 'question'] as const

/**
 * Everything questionable about a terms document, gravest first (G6, G11).
 * @param facts - what was seen in practice
 * @param neighbours - the other bodies on record, with their terms in force
 */
export function checkTerms(terms: Terms, facts: readonly PracticeFact[] = [], neighbours: readonly Neighbour[] = []): readonly Finding[] {
  const findings = [
    ...ruleNames.flatMap((name) => [...twoReadings(terms, name), ...missing(terms, name), ...anotherBody(terms, name)]),
    ...checkQuorum(terms),
    ...checkTiming(terms),
    ...seatsTwice(terms),
    ...checkDemands(terms),
    ...nobodyCanDeputise(terms),
    ...clockRead(terms, 'draftMinutes'),
    ...clockRead(terms, 'minutesPublished'),
    ...facts.flatMap((fact) => checkPractice(terms, fact)),
    ...checkNeighbours(terms, neighbours),
    ...checkLastWord(
      terms,
      neighbours,
      facts.flatMap((fact) => (fact.rule === 'functions' ? fact.handedOn : [])),
    ),
  ]
  return ORDER.flatMap((severity) => findings.filter((finding) => finding.severity === severity))
}
