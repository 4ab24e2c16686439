/** A number that a partnership settles: its name, what is asked, how it is called where it is read, from and to, and its unit. */
export interface SettledNumber {
  readonly name: string
  readonly label: string
  readonly called: string
  readonly from: number
  readonly to: number
  readonly unit: string
}

/** What a partnership settles of its practice from a day on: which numbers, what it is for, and which verb of the access matrix lets somebody set it. */
export interface Settled {
  readonly title: string
  readonly about: string
  readonly verb: 'set' | 'set-guarded'
  readonly numbers: readonly SettledNumber[]
}

const days = (name: string, called: string, label: string, from: number, to: number): SettledNumber => ({
  ...{ name, called, label, from, to },
  unit: 'days',
})

/** Days within which one side sends, the other confirms that it came, and answers (handbook of early help 1.6). */
const clock = (title: string, about: string): Settled => ({
  ...{ title, about, verb: 'set' },
  numbers: [
    days('send_days', 'Sent within', 'Within how many days is it sent?', 0, 60),
    days('receive_days', 'Received within', 'Within how many days does the other side say that it came?', 0, 60),
    days('decide_days', 'Answered, once received, within', 'Within how many days after it came is it answered?', 0, 120),
  ],
})

/**
 * Everything of the kind, by the code in its address. Never constants: handbook of early help 1.9 names agreements and coming back (3.1, 3.2), reviews (1.5), clocks of
 * movement (1.6), emergencies (7.3) and access requests (UK GDPR, article 12(3)). Names of numbers are columns of the table that keeps them.
 */
export const settledKinds = {
  practice: {
    title: 'Agreements and coming back',
    about: 'An agreement ends by itself and is renewed at a review. A family that comes back soon has the same record.',
    verb: 'set',
    numbers: [
      {
        name: 'agreement_months',
        called: 'An agreement holds for',
        label: 'For how many months does an agreement hold?',
        from: 1,
        to: 24,
        unit: 'months',
      },
      days('renewal_notice_days', 'Reminder before its end', 'How many days before its end is whoever leads reminded?', 0, 120),
      days('reopen_days', 'Same record again within', 'Within how many days after its closing is a record opened again?', 0, 365),
    ],
  },
  plan: {
    title: 'Reviews of a plan',
    about: 'When the next review is due, unless the last one set an earlier day.',
    verb: 'set',
    numbers: [
      {
        name: 'first_review_weeks',
        called: 'First review after',
        label: 'After how many weeks is the first review due?',
        from: 1,
        to: 26,
        unit: 'weeks',
      },
      {
        name: 'next_review_weeks',
        called: 'Each later one after',
        label: 'After how many weeks is each later one due?',
        from: 1,
        to: 52,
        unit: 'weeks',
      },
    ],
  },
  movement: {
    title: 'Links to those without an account, and growing up',
    about: 'How long somebody outside can open a link and use its code, and when a young person’s next service is asked.',
    verb: 'set',
    numbers: [
      days('link_days', 'A link opens for', 'For how many days does a link open?', 1, 60),
      {
        name: 'code_minutes',
        called: 'Its code is good for',
        label: 'For how many minutes is a code good?',
        from: 5,
        to: 60,
        unit: 'minutes',
      },
      {
        name: 'adult_months',
        called: 'Growing up is looked at before 18 by',
        label: 'How many months before 18 is growing up looked at?',
        from: 1,
        to: 48,
        unit: 'months',
      },
    ],
  },
  request: clock('Clock of a request for help', 'From the day somebody asks to the answer that they hear.'),
  'step-up': clock(
    'Clock of a step up to social care',
    'From the day it is proposed; a step up that is sent is none until it is accepted.',
  ),
  'step-down': clock('Clock of a step down from social care', 'From the day it is proposed to the team around the child that takes it on.'),
  'transfer-out': clock('Clock of a family that moves away', 'From the day it is proposed to the other place’s answer.'),
  'transfer-in': clock('Clock of a family that comes from elsewhere', 'From the day it is proposed to our answer.'),
  emergency: {
    title: 'Opening a family in an emergency',
    about: 'It opens one family, to be read, and is reviewed before the next.',
    verb: 'set-guarded',
    numbers: [{ name: 'hours', called: 'Open for', label: 'For how many hours does it open a family?', from: 1, to: 24, unit: 'hours' }],
  },
  access: {
    title: 'Answering who asks what is held',
    about: 'The law says one month, and two more where a request is complex. A shorter promise is the partnership’s own.',
    verb: 'set-guarded',
    numbers: [
      { name: 'months', called: 'Answer due within', label: 'Within how many months is an answer due?', from: 1, to: 6, unit: 'months' },
      {
        name: 'longer_months',
        called: 'Longer, with a reason, by',
        label: 'By how many months may it be longer, with a reason?',
        from: 0,
        to: 6,
        unit: 'months',
      },
    ],
  },
} as const satisfies Readonly<Record<string, Settled>>

/** Code of one of them, as in its address. */
export type SettledCode = keyof typeof settledKinds

/** One of them by the code of an address; undefined where there is none. */
export const settledOf = (code: string): (Settled & { readonly code: SettledCode }) | undefined =>
  Object.hasOwn(settledKinds, code) ? { ...settledKinds[code as SettledCode], code: code as SettledCode } : undefined
