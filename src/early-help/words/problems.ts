import type { FieldProblem } from '#platform/result.ts'

const sentences: Readonly<Record<string, string>> = {
  'not-your-agency': 'You have no post in that agency today. Choose one for which you work',
  'in-the-future': 'That day is still to come',
  'in-the-past': 'Choose a day that is still to come',
  'before-it-began': 'That is before it began',
  'born-in-the-future':
    'That day is still to come. For a child who is not born yet, enter the family first and then the child with its due date',
  'due-too-late': 'That is more than 300 days away. Check the year',
  'name-missing': 'Say who was born on that day',
  'child-missing': 'Name at least one child. If you know no name, write what you do know, such as: older brother',
  'not-told-why': 'Say why the family was not told',
  'born-and-due': 'Give the day of birth or the due date, not both',
  'due-no-child': 'Only a child has a due date',
  'child-responsible': 'A child has no parental responsibility here. Choose parent or carer',
  'agencies-missing': 'Choose at least one agency that the family agreed to',
  'classes-missing': 'Choose at least one part of the record',
  'closed-already': 'This record is closed',
  'not-this-reason': 'That is no reason for this record: whoever never agreed has refused, and whoever had agreed has withdrawn',
  'nothing-to-withdraw': 'There is nothing left to withdraw: it was refused, replaced or withdrawn before',
  'asked-already': 'Somebody is asked to lead already. They answer first',
  'no-such-post': 'That person has no post in early help any more. Choose somebody else',
  'leads-already': 'That person leads already',
  'agency-not-covered': 'The family’s agreement does not name that agency, and no approved decision to share does. Ask the family first',
  'classes-not-covered':
    'The family’s agreement, or the decision, does not open all of that to this agency. Choose less, or ask the family',
  'not-asked': 'You are not asked to lead this family any more',
  'no-why': 'Say why, so that somebody else can be found',
  'nothing-to-settle': 'There is nothing left to settle here',
  'own-request': 'You asked for this yourself. Another person approves it',
  'post-held': 'That person has this post already',
  'name-taken': 'There is one of that name already',
  'recorded-already': 'That was recorded for that day already',
  'draft-not-public': 'The schedule is a draft. Agree it first, then tell everybody',
  'capacity-taken': 'More people have a place already. Cancel bookings first, or leave the size and the date',
  'mandatory-already': 'That course is mandatory for them at that time already',
  'agreed-already': 'That schedule is agreed already',
  'ends-before-it-starts': 'That is before it starts',
  'session-not-open': 'This session takes no bookings: it is a draft, has no date or size yet, is cancelled, or has begun',
  'booked-already': 'There is a booking already',
  'no-booking': 'There is no such booking any more',
  'offer-over': 'That place is not offered any more. You can ask for a place again',
  'not-held-yet': 'That session is still to come',
  'said-already': 'You have answered this already',
  'area-of-co-ordinator': 'A co-ordinator has a locality, and nobody else has one',
}

/** The sentence for a problem of early help; undefined where the platform has one. */
export function problemWords({ code }: FieldProblem): string | undefined {
  return sentences[code]
}
