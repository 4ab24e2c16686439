/** Somebody at the recorded meeting: in which seat and place, or in attendance without one. */
export interface RecordedPresence {
  readonly seat?: string
  readonly place?: number
  /** For people without a seat. */
  readonly name?: string
  readonly capacity?: string
  /** Time of leaving in London; undefined: the record has no times, and presence throughout is assumed. */
  readonly leftAt?: string
}

/** Who was there on 11 December 2013: the seats and capacities of the source, filled by Northbrook's people. */
export const decemberPresent: readonly RecordedPresence[] = [
  { seat: 'director_chair', place: 1 },
  { seat: 'adult_public_health', place: 1 },
  { seat: 'ccgs', place: 1 },
  { seat: 'schools', place: 1, leftAt: '15:55' },
  { seat: 'schools', place: 2 },
  { seat: 'schools', place: 3 },
  { seat: 'districts', place: 1 },
  { seat: 'districts', place: 2 },
  { seat: 'districts', place: 3 },
  { seat: 'voluntary_forum', place: 1 },
  { seat: 'colleges', place: 1 },
  { seat: 'safeguarding_chair', place: 1 },
  { name: 'Delyth Marsh', capacity: 'Parent partnership service' },
  { name: 'Piran Trewin', capacity: 'Assistant director, children’s services' },
  { name: 'Piers Holloway', capacity: 'Head of performance assurance' },
  { name: 'Tamsin Okoro', capacity: '14 to 19 manager, county council' },
  { name: 'Gethin Brandt', capacity: 'Youth housing co-ordinator' },
  { name: 'Beth Lindqvist', capacity: 'Democratic services' },
]

/** Who sent apologies: four from seats, and three people whose seat the source does not give. */
export const decemberApologies: readonly RecordedPresence[] = [
  { seat: 'lead_member', place: 1 },
  { seat: 'schools', place: 4 },
  { seat: 'adult_public_health', place: 2 },
  { seat: 'districts', place: 4 },
  { name: 'Fenella Strand' },
  { name: 'Idris Calloway' },
  { name: 'Noor Whitcombe' },
]
