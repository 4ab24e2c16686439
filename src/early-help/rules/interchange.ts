import type { ClosureReason } from './episode.ts'

/** One family's work as other systems may have it; ids that mean nothing elsewhere, no names. */
export interface EpisodeOut {
  readonly reference: string
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
  readonly reason: ClosureReason | undefined
  /** Locality, in words: the draft standard asks for a place. */
  readonly place: string
  /** Ids of the children, of whoever leads, and of the service. */
  readonly children: readonly string[]
  readonly lead: string | undefined
  readonly service: string
}

/** The draft standard for social care data has outcomes of adult care; what has none there is not squeezed into another (handbook of early help 5). */
const crosswalk: Readonly<Partial<Record<ClosureReason, string>>> = {
  'needs-met': 'NfaPlanned',
  'single-agency': 'NfaLocalReferral',
  withdrew: 'NfaDeclined',
  moved: 'NfaMoved',
  died: 'NfaDeceased',
  other: 'NfaEndedOther',
}

const STANDARD = 'https://ontology.socialcaredata.io/'
const OURS = 'urn:goldenthread:early-help:'

/** The terms of an episode, written out, so that nothing is fetched to read it. */
const context = {
  sg: STANDARD,
  own: OURS,
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  system: { '@id': 'sg:system', '@type': '@id' },
  type: { '@id': 'sg:episodeType', '@type': '@id' },
  episodeOutcome: { '@id': 'sg:episodeOutcome', '@type': '@id' },
  startDateTime: { '@id': 'sg:startDateTime', '@type': 'xsd:dateTime' },
  endDateTime: { '@id': 'sg:endDateTime', '@type': 'xsd:dateTime' },
  ...Object.fromEntries(
    ['identifier', 'value', 'subjectPerson', 'person', 'involvement', 'relatedProfessional', 'professional', 'relatedService'].map(
      (name) => [name, `sg:${name}`],
    ),
  ),
  ...{ timeInformation: 'sg:timeInformation', location: 'sg:location', closureReason: 'own:closureReason' },
}

const typed = (type: string, fields: Readonly<Record<string, unknown>>) => ({ '@type': `sg:${type}`, ...fields })
const identifier = (kind: string, value: string) => typed('Identifier', { value, system: `${OURS}${kind}` })

/** Midnight in London, as an instant: the standard has times where early help has days. */
const instantOf = (day: Temporal.PlainDate): string => day.toZonedDateTime('Europe/London').toInstant().toString()

/**
 * A family's episode as JSON-LD of the draft standard for social care data (ServiceEpisode, early help). The reason for closing is given as our own term beside,
 * so that it comes back as it was; stepped up, not engaging, grown up and double records have no outcome there and none is claimed.
 */
export function episodeJsonLd(episode: EpisodeOut): Readonly<Record<string, unknown>> {
  const outcome = episode.reason === undefined ? undefined : crosswalk[episode.reason]
  return {
    '@context': context,
    ...typed('ServiceEpisode', {
      '@id': `${OURS}episode/${episode.reference}`,
      type: [`${STANDARD}episode-code#EarlyHelp`],
      identifier: [identifier('episode', episode.reference)],
      subjectPerson: episode.children.map((id) => typed('SubjectPerson', { involvement: 'SBJ', person: identifier('child', id) })),
      relatedService: [identifier('service', episode.service)],
      ...(episode.lead === undefined
        ? {}
        : {
            relatedProfessional: [
              typed('RelatedProfessional', { involvement: 'PPRF', professional: identifier('professional', episode.lead) }),
            ],
          }),
      timeInformation: [
        typed('Timing', {
          startDateTime: instantOf(episode.startsOn),
          ...(episode.endsOn === undefined ? {} : { endDateTime: instantOf(episode.endsOn) }),
        }),
      ],
      location: [episode.place],
      ...(outcome === undefined ? {} : { episodeOutcome: `${STANDARD}episode-outcome#${outcome}` }),
      ...(episode.reason === undefined ? {} : { closureReason: episode.reason }),
    }),
  }
}

/** A child on the list that inspections ask for (Annex A, list 2: early help assessments); what is not recorded says so in the words of its code. */
export interface ListedChild {
  readonly id: string
  readonly gender: 'female' | 'male' | 'neither' | undefined
  /** Its four letters, for example 'WBRI'; undefined where nobody asked. */
  readonly ethnicity: string | undefined
  readonly bornOn: Temporal.PlainDate | undefined
  readonly startedOn: Temporal.PlainDate
  readonly completedOn: Temporal.PlainDate | undefined
  readonly organisation: string
}

const genders = { female: 'b) Female', male: 'a) Male', neither: 'd) Neither' } as const
/** Codes in the order of the guidance, each with its letter; two end in s, as published. */
const ethnicities = [
  'WBRI',
  'WIRI',
  'WIRT',
  'WOTH',
  'WROM',
  'MWBC',
  'MWBA',
  'MWAS',
  'MOTH',
  'AIND',
  'APKN',
  'ABAN',
  'AOTH',
  'BCRB',
  'BAFR',
  'BOTH',
  'CHNE',
  'OOTH',
  'REFU',
]

/**
 * Groups of the record as the list has them. The census has one group for Gypsies and Irish Travellers, for whom the list has two codes, and so has the record:
 * of whom nobody said which of them, it is another White background and neither.
 */
const listedGroups: Readonly<Record<string, string>> = {
  ...{
    'white-british': 'WBRI',
    'white-irish': 'WIRI',
    'white-gypsy': 'WROM',
    'white-irish-traveller': 'WIRT',
    'white-gypsy-traveller': 'WOTH',
    'white-roma': 'WROM',
    'white-other': 'WOTH',
  },
  ...{ 'mixed-white-black-caribbean': 'MWBC', 'mixed-white-black-african': 'MWBA', 'mixed-white-asian': 'MWAS', 'mixed-other': 'MOTH' },
  ...{ 'asian-indian': 'AIND', 'asian-pakistani': 'APKN', 'asian-bangladeshi': 'ABAN', 'asian-chinese': 'CHNE', 'asian-other': 'AOTH' },
  ...{ 'black-african': 'BAFR', 'black-caribbean': 'BCRB', 'black-other': 'BOTH', arab: 'OOTH', other: 'OOTH' },
}
const listedGenders: Readonly<Record<string, ListedChild['gender']>> = { female: 'female', male: 'male', another: 'neither' }

/** What somebody answered to a question of the record, as far as it was asked. */
export interface AskedFact {
  readonly standing: 'answered' | 'not-asked' | 'declined'
  readonly code: string | null
}

/** The four letters of a group of the record; of whom it was refused, REFU; undefined where nobody asked, or the list has no code for it. */
export function ethnicityOnList(fact: AskedFact | undefined): string | undefined {
  return fact?.standing === 'declined' ? 'REFU' : listedGroups[fact?.code ?? '']
}

/** A gender of the record as the list has it; undefined where it was not asked, or was not said. */
export function genderOnList(fact: AskedFact | undefined): ListedChild['gender'] {
  return listedGenders[fact?.code ?? '']
}

/** An assessment as the list needs it. */
export interface ListedAssessment {
  readonly number: string
  readonly startedOn: Temporal.PlainDate
  readonly completedOn: Temporal.PlainDate | undefined
}

/** The days of a child's latest assessment: complete on the day on which it first was, whatever was corrected since. Undefined where there is none that one may read. */
export function daysOfLatest(assessments: readonly ListedAssessment[]): Omit<ListedAssessment, 'number'> | undefined {
  const latest = assessments.toSorted((a, b) => Temporal.PlainDate.compare(b.startedOn, a.startedOn))[0]
  if (!latest) return undefined
  const done = assessments.flatMap(({ number, completedOn }) => (number === latest.number && completedOn ? [completedOn] : []))
  return { startedOn: latest.startedOn, completedOn: done.toSorted(Temporal.PlainDate.compare)[0] }
}

/** An ethnicity as the list writes it; what is not known, or no code of it, is not yet obtained. */
export function listedEthnicity(code: string | undefined): string {
  const at = code === undefined ? -1 : ethnicities.indexOf(code)
  return at < 0 ? 's) NOBT' : `${String.fromCharCode(97 + at)}) ${ethnicities[at]}`
}

/** A child's age in whole years on the day of the list; '' before birth or where the day is not known. */
export function ageOn(bornOn: Temporal.PlainDate | undefined, day: Temporal.PlainDate): string {
  if (bornOn === undefined || Temporal.PlainDate.compare(bornOn, day) > 0) return ''
  return String(bornOn.until(day, { largestUnit: 'years' }).years)
}

const written = (day: Temporal.PlainDate | undefined): string =>
  day?.toLocaleString('en-GB', { day: '2-digit', month: '2-digit', year: 'numeric' }) ?? ''

/** The list as rows for CSV, one a child, ages as at the day of the list. */
export function annexAList2(children: readonly ListedChild[], day: Temporal.PlainDate): readonly (readonly string[])[] {
  return [
    [
      ...['Child Unique ID', 'Gender', 'Ethnicity', 'Date of Birth', 'Age of Child (Years)', 'Assessment Start Date'],
      ...['Assessment Completion Date', 'Organisation Completing Assessment'],
    ],
    ...children.map((child) => [
      child.id,
      child.gender === undefined ? 'c) Not stated/recorded' : genders[child.gender],
      listedEthnicity(child.ethnicity),
      written(child.bornOn),
      ageOn(child.bornOn, day),
      written(child.startedOn),
      written(child.completedOn),
      child.organisation,
    ]),
  ]
}
