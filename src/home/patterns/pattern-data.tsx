import type { DataRow } from '#platform/web/components/data-table.tsx'
import { DateText } from '#platform/web/components/date-text.tsx'
import { type StatusMeaning, StatusPill } from '#platform/web/components/status-pill.tsx'
import type { TimelineEvent } from '#platform/web/components/timeline.tsx'

/** Every meaning of a status with a word for it. */
export const patternStates: readonly (readonly [StatusMeaning, string])[] = [
  ['good', 'Met'],
  ['warning', 'At risk'],
  ['bad', 'Broken'],
  ['unknown', 'Nobody can say'],
  ['draft', 'Draft'],
  ['information', 'Published'],
  ['exempt', 'Private'],
  ['neutral', 'Closed'],
]

/** Made-up minutes. */
export const patternMinutes: readonly DataRow[] = [
  { cells: ['25', 'Apologies', '', <StatusPill meaning="information">Published</StatusPill>] },
  { cells: ['26', 'Declarations of interest', 'None declared', <StatusPill meaning="information">Published</StatusPill>] },
  {
    cells: [
      '27',
      <a class="govuk-link" href="/patterns">
        Early help strategy
      </a>,
      'Agreed, with a report back in six months',
      <StatusPill meaning="draft">Draft</StatusPill>,
    ],
  },
  { cells: ['28', 'Arrangements for a provider', 'Not told here', <StatusPill meaning="exempt">Private</StatusPill>] },
]

/** A made-up history. */
export const patternEvents: readonly TimelineEvent[] = [
  { title: 'Agenda agreed with the chair', when: <DateText day={Temporal.PlainDate.from('2026-03-02')} />, who: 'Clerk' },
  { title: 'Pack published', when: <DateText day={Temporal.PlainDate.from('2026-03-12')} />, who: 'Clerk', state: 'now' },
  { title: 'Meeting', when: <DateText day={Temporal.PlainDate.from('2026-03-23')} />, state: 'next' },
]
