import { newId } from '#platform/database/ids.ts'
import { dayInWords } from '#platform/time/words.ts'
import { fillLetter } from '../rules/challenge.ts'
import type { Scene } from './ground.ts'

/** The log of challenge of the sample: one closed with its impact, one on the ladder, one whose step is due, one that was just answered (P8). */
export async function writeChallenges(scene: Scene): Promise<void> {
  const { ago, organisation, person } = scene
  await write(scene, 1, {
    ...{ title: 'Too few seats are filled by schools', raised_by: 'Northbrook Schools Forum', raised_on: ago(320), sight: 'public' },
    text: 'Two of three seats for schools were empty for four meetings. Decisions about schools were taken without them.',
    ...{ addressee: organisation('council'), addressee_office: 'Director of Children’s Services', owner: person('marsh') },
    ...{ response: 'Meetings move to the hour after school, and deputies are named.', responded_on: ago(300) },
    ...{
      impact: 'Schools take part in every meeting.',
      impact_evidence: 'All three seats were filled at the last four meetings',
      impact_on: ago(60),
    },
    closed_on: ago(55),
  })
  await write(scene, 2, {
    ...{
      title: 'Police reports reach schools after the weekend',
      raised_by: 'Head teachers of the east',
      raised_on: ago(45),
      sight: 'members',
    },
    text: 'A school learns on Monday of what happened to a pupil on Friday. It could have helped on Saturday.',
    ...{ addressee: organisation('police'), addressee_office: 'Superintendent, public protection', owner: person('webb') },
    milestone_on: ago(-60),
  })
  await write(scene, 3, {
    ...{
      title: 'No date for the speech and language review',
      raised_by: 'Northbrook Voluntary Sector Forum',
      raised_on: ago(70),
      sight: 'members',
    },
    text: 'The board asked for it twice. Families wait, and nobody says until when.',
    ...{ addressee: organisation('icb'), addressee_office: 'Clinical lead for children', owner: person('rahman') },
    milestone_on: ago(-60),
  })
  await write(scene, 4, {
    ...{
      title: 'Free travel is not known to those who may use it',
      raised_by: 'Young People’s Action Group',
      raised_on: ago(90),
      sight: 'public',
    },
    text: 'Young carers may travel free. Of eleven who were asked, nine did not know.',
    ...{ addressee: organisation('council'), addressee_office: 'Lead member for children', owner: person('akhtar') },
    ...{ response: 'A letter goes to every young carer who is known to the council.', responded_on: ago(30), milestone_on: ago(-60) },
  })
}

async function write({ tx, body, clerk, now, ago }: Scene, number: number, columns: Columns): Promise<void> {
  const id = newId()
  await tx
    .insertInto('assurance.challenge')
    .values({ ...columns, id, body, number, recorded_at: now })
    .execute()
  const sentAgo = number === 2 ? 5 : number === 3 ? 45 : undefined
  if (sentAgo === undefined) return
  const rule = await tx
    .selectFrom('assurance.ladder_step')
    .selectAll()
    .where('body', 'is', null)
    .where('position', '=', 1)
    .executeTakeFirstOrThrow()
  const [step, due] = [newId(), ago(sentAgo - 14)]
  await tx
    .insertInto('assurance.challenge_step')
    .values({
      ...{ id: step, challenge: id, rule: rule.id, position: 1, who: rule.who, to_whom: rule.to_whom, copied_to: rule.copied_to },
      ...{ sent_on: ago(sentAgo), answer_due_on: due },
    })
    .execute()
  const facts = { number, title: columns.title, raised: dayInWords(columns.raised_on), to: rule.to_whom, answerBy: dayInWords(due) }
  await tx
    .insertInto('assurance.challenge_letter')
    .values({
      ...{ step, text: fillLetter(rule.letter, facts), sent_to: rule.to_whom, sent_how: 'post', drafted_at: now, drafted_by: clerk },
      ...{ sent_by: clerk, sent_at: now },
    })
    .execute()
}

interface Columns {
  readonly title: string
  readonly text: string
  readonly raised_by: string
  readonly raised_on: Temporal.PlainDate
  readonly sight: string
  readonly addressee: string
  readonly addressee_office: string
  readonly owner: string
  readonly response?: string
  readonly responded_on?: Temporal.PlainDate
  readonly impact?: string
  readonly impact_evidence?: string
  readonly impact_on?: Temporal.PlainDate
  readonly closed_on?: Temporal.PlainDate
  readonly milestone_on?: Temporal.PlainDate
}
