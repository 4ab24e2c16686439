import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import type { Writer } from '#platform/database/session.ts'
import { on, sampleId, until } from './ids.ts'

interface SampleSharing {
  readonly title: string
  readonly body: string
  readonly owner: string
  readonly data: string
  readonly purpose: string
  readonly basis: string
  readonly sight: 'members' | 'public'
  readonly starts: string
  readonly ends?: string
  /** Days from today until its review; negative: it is overdue. */
  readonly review: number
  /** Key of the organisation, and who signed when. */
  readonly parties: readonly (readonly [organisation: string, by?: string, on?: string])[]
  readonly reviewed?: readonly [day: string, outcome: string]
}

const partnership = 'northbrook-childrens-partnership'
const task =
  'UK GDPR article 6(1)(e), a task in the public interest; Children Act 2004, section 10, to work together for children’s wellbeing.'

/** The sharing agreements of the sample: one in force, one to be reviewed, one not signed by all, one kept from the public, one that is over. */
export const sampleSharing: readonly SampleSharing[] = [
  {
    ...{
      title: 'Early help: who supports which family',
      body: partnership,
      owner: 'pryce',
      sight: 'public',
      starts: '2023-04-01',
      review: 150,
    },
    data: 'Names, addresses and dates of birth of children on the early help list, the lead professional of each family, and which services support it. Nothing about health.',
    purpose: 'So that no family is asked the same twice, and none is supported by two services that do not know of one another.',
    basis: task,
    parties: [
      ['council', 'Head of information governance', '2023-03-14'],
      ['community-health', 'Caldicott guardian', '2023-03-20'],
      ['families-first', 'Chief executive', '2023-03-27'],
    ],
    reviewed: ['2025-03-18', 'Still needed. Nothing changes but the name of the health trust’s contact.'],
  },
  {
    ...{
      title: 'Attendance at school of children with a plan',
      body: partnership,
      owner: 'haddad',
      sight: 'public',
      starts: '2022-09-01',
      review: -24,
    },
    data: 'For children with a child protection plan or a child in need plan: sessions missed in a term, and whether the absence was authorised.',
    purpose: 'Social workers see early that a child is missing school.',
    basis: task,
    parties: [
      ['council', 'Head of information governance', '2022-07-05'],
      ['stonebridge', 'Principal', '2022-07-12'],
      ['willow-bank', 'Head teacher', '2022-08-30'],
    ],
  },
  {
    ...{
      title: 'Figures of the local area groups',
      body: partnership,
      owner: 'haddad',
      sight: 'public',
      starts: '2026-01-01',
      review: 320,
    },
    data: 'Counts by ward and quarter, numbers below five left out. No person can be known from them.',
    purpose: 'The local area groups plan with figures of their own area.',
    basis: 'No personal data are shared; the agreement says how small numbers are kept out.',
    parties: [['council', 'Head of insight', '2025-12-02'], ['icb']],
  },
  {
    ...{ title: 'Places known for exploitation', body: partnership, owner: 'webb', sight: 'members', starts: '2024-02-01', review: 90 },
    data: 'Addresses and times at which children were seen with adults under investigation.',
    purpose: 'Services keep children away from harm without warning those who do it.',
    basis: 'Data Protection Act 2018, part 3, and schedule 1, paragraph 18: safeguarding of children at risk.',
    parties: [
      ['council', 'Director of Children’s Services', '2024-01-16'],
      ['police', 'Superintendent, public protection', '2024-01-18'],
    ],
  },
  {
    ...{
      title: 'Moves between the former health groups',
      body: partnership,
      owner: 'eze',
      sight: 'public',
      starts: '2014-04-01',
      ends: '2022-07-01',
      review: -900,
    },
    data: 'Which family moved from one clinical group to another.',
    purpose: 'Health visitors followed families that moved.',
    basis: 'Health and Social Care (Safety and Quality) Act 2015, section 3.',
    parties: [
      ['ccg-west', 'Chief officer', '2014-03-03'],
      ['ccg-east', 'Chief officer', '2014-03-05'],
    ],
  },
]

/** Fills the register of sharing agreements. */
export async function addSharing(tx: Writer, today: Temporal.PlainDate): Promise<void> {
  for (const one of sampleSharing) {
    const id = sampleId('sharing', one.title)
    await tx
      .insertInto('governance.sharing_agreement')
      .values({
        ...{ id, body: sampleId('body', one.body), owner: sampleId('person', one.owner), title: one.title, data: one.data },
        ...{ purpose: one.purpose, lawful_basis: one.basis, sight: one.sight, starts_on: on(one.starts), ends_on: until(one.ends) },
        review_on: today.add({ days: one.review }),
      })
      .execute()
    await tx
      .insertInto('governance.sharing_party')
      .values(
        one.parties.map(([organisation, by, signed]) => ({
          ...{ agreement: id, organisation: sampleId('organisation', organisation), signed_by: by ?? '', signed_on: until(signed) },
        })),
      )
      .execute()
    if (one.reviewed === undefined) continue
    const [day, outcome] = one.reviewed
    // Of a house whose clock stands earlier, it has not happened yet.
    if (Temporal.PlainDate.compare(on(day), today) >= 0 || Temporal.PlainDate.compare(on(day), today.add({ days: one.review })) >= 0)
      continue
    const review = { id: sampleId('sharing-review', one.title), agreement: id, reviewed_on: on(day), outcome }
    await tx
      .insertInto('governance.sharing_review')
      .values({ ...review, next_on: today.add({ days: one.review }), reviewed_by: SYSTEM_ACTOR })
      .execute()
  }
}
