import type { Database } from '#platform/database/session.ts'
import type { FieldProblem, Result } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { recordAddress, recordContact, recordRelationship, shieldFrom } from '../commands/household.ts'
import { lookAt } from '../commands/look.ts'
import { changeMember, enterMember, mergeMembers, recordFacts, recordIdentifier } from '../commands/people.ts'
import { joinTeam } from '../commands/team.ts'
import type { MemberInput } from '../forms/people.ts'
import { findMembers, type Member } from '../queries/people.ts'
import { contentClasses } from '../rules/access.ts'

/** What the people of the sample build on. */
export interface SampleFamily {
  readonly casework: Database
  /** Whoever leads or keeps the family, so many days ago. */
  readonly keeper: (ago: number) => Doer
  readonly episode: string
  readonly today: Temporal.PlainDate
}

/** Fails where the sample is refused. */
export async function done(result: Promise<Result<unknown, FieldProblem>>): Promise<void> {
  const made = await result
  if (!made.ok) throw new Error(`The people of the sample are refused: ${made.problems[0].field} ${made.problems[0].code}.`)
}
const adult = (name: string, born: MemberInput['birth']): MemberInput => ({
  name,
  part: 'parent',
  birth: born,
  hasResponsibility: true,
  isAnother: false,
})
const members = ({ casework, keeper, episode }: SampleFamily): Promise<readonly Member[]> =>
  lookAt(casework, keeper(1), episode, 'people', ({ tx, family }) => findMembers(tx, family.family))

/** The family Amber, whose ids it hands back: a grandmother at home, a father elsewhere who must not learn their address, twins, a child entered twice, and what all of them say. */
export async function loadAmber(of: SampleFamily, member: string): Promise<Readonly<Record<'wren' | 'finch' | 'mina', string>>> {
  const { casework, keeper, episode, today } = of
  const needs = { db: casework }
  await done(joinTeam(needs, keeper(33), episode, { post: member, classes: [...contentClasses] }))
  const wrenBorn = (await members(of))[0]?.birth ?? { known: 'nothing' }
  const enter = (input: MemberInput) => done(enterMember(needs, keeper(32), episode, input))
  await enter({ name: 'Finch Amber', part: 'child', birth: wrenBorn, hasResponsibility: false, isAnother: false })
  await enter({
    name: 'Wren Amber-Teal',
    part: 'child',
    birth: { known: 'year', year: today.year - 7 },
    hasResponsibility: false,
    isAnother: false,
  })
  await enter(adult('Mina Amber', { known: 'month', year: today.year - 31, month: 3 }))
  await enter(adult('Karel Novák', { known: 'nothing' }))
  await enter({
    name: 'נועה עמבר',
    part: 'other',
    birth: { known: 'year', year: today.year - 62 },
    hasResponsibility: false,
    isAnother: false,
  })
  const all = await members(of)
  const one = (name: string) => {
    const found = all.find((each) => each.name === name)
    if (!found) throw new Error(`Nobody of the sample is called ${name}.`)
    return { episode, person: found.id, member: found }
  }
  const [wren, finch, mina, karel, noa] = ['Wren Amber', 'Finch Amber', 'Mina Amber', 'Karel Novák', 'נועה עמבר'].map(one) as [
    ReturnType<typeof one>,
    ReturnType<typeof one>,
    ReturnType<typeof one>,
    ReturnType<typeof one>,
    ReturnType<typeof one>,
  ]
  await done(
    mergeMembers(needs, keeper(30), wren, {
      merged: one('Wren Amber-Teal').person,
      because: 'The school writes both names; mother says it is one child',
    }),
  )
  const married = { ...mina.member, name: 'Mina Lark', version: 1, nameWas: 'changed' as const, changedOn: today.subtract({ days: 20 }) }
  await done(changeMember(needs, keeper(12), mina, married))
  await household(of, { wren, finch, mina, karel, noa })
  return { wren: wren.person, finch: finch.person, mina: mina.person }
}

interface Named {
  readonly episode: string
  readonly person: string
}

async function household(
  { casework, keeper, today }: SampleFamily,
  of: Readonly<Record<'wren' | 'finch' | 'mina' | 'karel' | 'noa', Named>>,
): Promise<void> {
  const needs = { db: casework }
  const source = 'Mother, at the first visit'
  const tie = (
    subject: Named,
    object: Named,
    type: string,
    more: { readonly responsibility?: 'yes' | 'no'; readonly livesWith?: 'yes' | 'no'; readonly contactRestriction?: string },
  ) =>
    done(
      recordRelationship(needs, keeper(31), subject, {
        ...{
          object: object.person,
          type,
          source,
          startsOn: undefined,
          responsibility: 'no',
          livesWith: 'yes',
          contactRestriction: undefined,
        },
        ...more,
      }),
    )
  for (const child of [of.wren, of.finch]) {
    await tie(of.mina, child, 'mother', { responsibility: 'yes' })
    await tie(of.karel, child, 'father', {
      responsibility: 'yes',
      livesWith: 'no',
      contactRestriction: 'Only at the contact centre, by order of the family court',
    })
  }
  await tie(of.noa, of.wren, 'grandparent', {})
  await tie(of.finch, of.wren, 'sibling', {})
  await addressesAndFacts({ casework, keeper, today }, of)
}

async function addressesAndFacts(
  { casework, keeper, today }: Pick<SampleFamily, 'casework' | 'keeper' | 'today'>,
  of: Readonly<Record<'wren' | 'finch' | 'mina' | 'karel' | 'noa', Named>>,
): Promise<void> {
  const needs = { db: casework }
  const source = 'Mother, at the first visit'
  const at = { kind: 'usual' as const, lines: '4 Larch Close\nNorthbrook', postcode: 'NB4 4LC', startsOn: undefined, source }
  for (const one of [of.mina, of.wren, of.finch]) await done(recordAddress(needs, keeper(31), one, at))
  await done(
    recordAddress(needs, keeper(31), of.karel, {
      ...at,
      kind: 'none',
      lines: 'Stays with friends; reached at the contact centre',
      postcode: undefined,
    }),
  )
  for (const one of [of.mina, of.wren, of.finch])
    await done(shieldFrom(needs, keeper(31), one, { shieldedFrom: of.karel.person, because: 'Order of the family court' }))
  await done(recordContact(needs, keeper(31), of.wren, { kind: 'school', value: 'Larch Lane Primary School', startsOn: undefined, source }))
  const knownOn = today.subtract({ days: 31 })
  const fact = (
    kind: 'religion' | 'ethnicity' | 'first-language' | 'disability' | 'interpreter' | 'interpreter-arranged' | 'gender',
    answer: string,
    words = '',
  ) => ({ kind, answer, words })
  await done(
    recordFacts(needs, keeper(31), of.wren, {
      source,
      knownOn,
      answers: [
        fact('gender', 'female'),
        fact('ethnicity', 'white-british'),
        fact('religion', 'declined'),
        fact('disability', 'not-asked'),
      ],
    }),
  )
  await done(
    recordFacts(needs, keeper(8), of.wren, {
      source: 'Mother',
      knownOn: today.subtract({ days: 8 }),
      answers: [fact('disability', 'yes', 'Wears hearing aids; sits in front')],
    }),
  )
  await done(
    recordFacts(needs, keeper(31), of.noa, {
      source,
      knownOn,
      answers: [fact('first-language', 'other', 'Hebrew'), fact('interpreter', 'interpreter'), fact('interpreter-arranged', 'no')],
    }),
  )
  // A number that is well known as an example and belongs to nobody.
  await done(recordIdentifier(needs, keeper(31), of.wren, { kind: 'nhs', value: '9434765919', provenance: 'family', knownOn }))
}

/** The family Hazel, whose asker entered more people before anybody leads: a baby who is not born yet. */
export async function loadHazel({ casework, keeper, episode, today }: SampleFamily): Promise<void> {
  const baby = {
    name: 'Baby Hazel',
    part: 'child' as const,
    birth: { known: 'due' as const, day: today.add({ days: 60 }) },
    hasResponsibility: false,
    isAnother: false,
  }
  await done(enterMember({ db: casework }, keeper(9), episode, baby))
  await done(enterMember({ db: casework }, keeper(9), episode, adult('Rowan Hazel', { known: 'year', year: today.year - 28 })))
}

/** One fact about a child of a family whose record is closed later: two put it right. */
export async function loadFinch({ casework, keeper, episode }: SampleFamily): Promise<void> {
  const [finch] = await lookAt(casework, keeper(395), episode, 'people', ({ tx, family }) => findMembers(tx, family.family))
  if (!finch) throw new Error('The people of the sample are refused.')
  const answers = [{ kind: 'religion' as const, answer: 'hindu', words: '' }]
  await done(
    recordFacts({ db: casework }, keeper(395), { episode, person: finch.id }, { answers, source: 'School', knownOn: keeper(395).today }),
  )
}
