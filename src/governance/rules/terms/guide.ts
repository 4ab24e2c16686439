import type { Finding } from './finding.ts'
import { type RuleName, ruleNames, type Terms } from './terms.ts'
import { ruleTitles } from './wording.ts'

/** A section of the guided form: a rule, or one of the parts that rules lean on. */
export type GuideSection = 'about' | 'sources' | 'groups' | 'seats' | 'composition' | RuleName

/** How a section stands: gone through, silent, contradictory, or in need of a person. */
export type SectionState = 'done' | 'not-stated' | 'contradictory' | 'needs-you'

/** The name of every section as a heading. */
export const sectionTitles: Readonly<Record<GuideSection, string>> = {
  about: 'This version',
  sources: 'The documents you read',
  groups: 'Groups of seats',
  seats: 'Seats',
  composition: 'Who must be on it',
  ...ruleTitles,
}

/** The sections in the order of the work, under their headings (G18). */
export const guideParts: readonly { readonly title: string; readonly sections: readonly GuideSection[] }[] = [
  { title: 'Before you begin', sections: ['about', 'sources'] },
  { title: 'What the board is for', sections: ['purpose', 'responsibilities', 'functions', 'reporting', 'reviewEveryMonths'] },
  {
    title: 'Who belongs to it',
    sections: ['groups', 'seats', 'composition', 'chair', 'deputyChair', 'absenceOfBoth', 'deputies', 'attendance', 'interests'],
  },
  { title: 'When a meeting counts', sections: ['quorum', 'remote', 'voting', 'disputes'] },
  {
    title: 'Before a meeting',
    sections: ['frequency', 'longestMinutes', 'standingItems', 'nominateItems', 'intake', 'papersDue', 'agendaOut', 'latePapers'],
  },
  {
    title: 'After a meeting',
    sections: ['draftMinutes', 'minutesPublished', 'minuteNumbers', 'decisionNumbers', 'publicAccess', 'confidentiality'],
  },
]

const order = guideParts.flatMap(({ sections }) => sections)

/** The section that comes after one; undefined after the last. */
export function sectionAfter(section: GuideSection): GuideSection | undefined {
  return order[order.indexOf(section) + 1]
}

/** A section's name as an address has it: 'agenda-out'. */
export function sectionAddress(section: GuideSection): string {
  return section.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** The section that an address names; undefined for none. */
export function sectionOf(address: string): GuideSection | undefined {
  return order.find((section) => sectionAddress(section) === address)
}

/** Whether a section is a rule. */
export function isRule(section: GuideSection): section is RuleName {
  return (ruleNames as readonly string[]).includes(section)
}

/** How a section of a draft stands, by the document and what the checker found in it. */
export function sectionState(terms: Terms, section: GuideSection, findings: readonly Finding[]): SectionState {
  if (section === 'groups' || section === 'sources' || section === 'about') return 'done'
  const found = findings.filter(({ rule }) => rule === section)
  if (section === 'seats') return terms.seats.length === 0 || found.length > 0 ? 'needs-you' : 'done'
  if (section === 'composition') {
    if (found.length > 0) return 'needs-you'
    return terms.composition === undefined ? 'not-stated' : 'done'
  }
  if (terms[section].status === 'contradictory') return 'contradictory'
  if (found.some(({ severity }) => severity !== 'question')) return 'needs-you'
  return terms[section].status === 'not-stated' ? 'not-stated' : 'done'
}
