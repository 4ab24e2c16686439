import type { Reader } from '#platform/database/session.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { RecordSource } from '../rules/assessment-form.ts'
import { partWords } from '../words/casework.ts'
import { addressWords, birthInWords, factKinds, factWords, responsibilityWords, standingAnswers } from '../words/people.ts'
import type { FamilyLine } from './families.ts'
import type { Known } from './known.ts'
import { addressesFor, findFacts, findMembers, findRelationships } from './people.ts'

/** What the record knows of the people of a family: who they are, what was said of each, who lives elsewhere and where they live. Whoever was entered twice is one. */
export async function findKnownPeople(
  tx: Reader,
  family: FamilyLine,
  numbers: ReadonlyMap<string, readonly string[]>,
  today: Temporal.PlainDate,
): Promise<readonly (readonly [RecordSource, Known])[]> {
  const members = await findMembers(tx, family.family)
  const people = members.filter(({ id, keptAs }) => id === keptAs)
  const kept = new Map(members.map(({ id, keptAs }) => [id, keptAs]))
  const found = (await findFacts(tx, [...kept.keys()])).filter(({ knownOn }) => Temporal.PlainDate.compare(knownOn, today) <= 0)
  // The latest answer of each kind stands; they come latest first.
  const latest = (person: string, kind: (typeof factKinds)[number]) =>
    found.find((fact) => fact.kind === kind && kept.get(fact.person) === person)
  const said = (fact: ReturnType<typeof latest>): string =>
    !fact ? '' : fact.standing === 'answered' ? [fact.label ?? '', fact.words].filter(Boolean).join(': ') : standingAnswers[fact.standing]
  const composition: Known = {
    columns: ['Name', 'Who', 'Born or due', 'Gender', 'Ethnicity', 'Parental responsibility', 'Assessment'],
    rows: people.map((one) => [
      one.name,
      partWords[one.part],
      birthInWords(one.birth, today),
      said(latest(one.id, 'gender')),
      said(latest(one.id, 'ethnicity')),
      one.part === 'child' ? 'Does not apply' : one.hasResponsibility ? 'Yes' : 'No',
      (numbers.get(one.id) ?? []).join(', '),
    ]),
  }
  const facts: Known = {
    columns: ['Name', 'What', 'Answer', 'From whom, and when'],
    rows: people.flatMap((one) =>
      factKinds
        .filter((kind) => kind !== 'gender' && kind !== 'ethnicity')
        .flatMap((kind) => {
          const fact = latest(one.id, kind)
          return fact ? [[one.name, factWords[kind], said(fact), `${fact.source}, ${dayInWords(fact.knownOn)}`]] : []
        }),
    ),
  }
  return [
    ['people', composition],
    ['facts', facts],
    ['outside', await findElsewhere(tx, family, new Map(members.map(({ id, keptAs, name }) => [id, { keptAs, name }])))],
    ['home', await findHomes(tx, family)],
  ]
}

/** Who lives elsewhere today, by what they are to whom; one line for each two people. */
async function findElsewhere(
  tx: Reader,
  { family }: FamilyLine,
  who: ReadonlyMap<string, { readonly keptAs: string; readonly name: string }>,
): Promise<Known> {
  const nameOf = (id: string): string => who.get(who.get(id)?.keptAs ?? id)?.name ?? ''
  const ties = (await findRelationships(tx, family)).filter(
    ({ endsOn, livesWith }) => endsOn === null && (livesWith === 'no' || livesWith === 'part'),
  )
  return {
    columns: ['Name', 'Who they are', 'Lives with them', 'Parental responsibility', 'Limits on contact'],
    rows: ties.map((tie) => [
      nameOf(tie.subject),
      `${tie.label} of ${nameOf(tie.object)}`,
      tie.livesWith === 'part' ? 'Part of the time' : 'No',
      responsibilityWords[tie.responsibility],
      tie.contactRestriction === '' ? 'None recorded' : tie.contactRestriction,
    ]),
  }
}

/** Where they live, as everybody may read it: an address that is kept from anybody of the family is not there, for an assessment is printed and handed on. */
export async function findHomes(tx: Reader, family: FamilyLine): Promise<Known> {
  const members = new Map((await findMembers(tx, family.family)).map((one) => [one.id, one]))
  const nameOf = (id: string): string => members.get(members.get(id)?.keptAs ?? id)?.name ?? ''
  const shown = await addressesFor(tx, family.id, undefined)
  return {
    columns: ['Name', 'What', 'Address'],
    rows: shown
      .filter(({ endsOn }) => endsOn === null)
      .map(({ person, kind, lines, postcode }) => [
        nameOf(person),
        addressWords[kind],
        [lines.replaceAll(/\s*\n\s*/g, ', '), postcode].filter(Boolean).join(', '),
      ]),
  }
}
