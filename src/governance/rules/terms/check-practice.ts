import { agreesWithTerms, type OfficeBasis } from '../chair.ts'
import { checkKeptDemands } from './check-composition.ts'
import { checkLawSince, checkNoticeLaw } from './check-notice-law.ts'
import type { Finding, PracticeFact } from './finding.ts'
import type { Terms } from './terms.ts'
import { chairBasisWords, chairMethodWords, counted, listed } from './wording.ts'

function departs(rule: Finding['rule'], sentence: string): readonly Finding[] {
  return [
    {
      severity: 'contradiction',
      code: 'practice-departs',
      rule,
      sentence,
      whatToDo: 'Change the terms or the practice, and record the decision.',
    },
  ]
}

function chair(terms: Terms, basis: OfficeBasis, seenIn: string): readonly Finding[] {
  const stated = terms.chair.value
  if (stated === null || agreesWithTerms(stated, basis)) return []
  return departs('chair', `The terms say that ${chairMethodWords(stated.method, stated.post)}; in ${seenIn} ${chairBasisWords[basis]}.`)
}

function deputyChair(terms: Terms, basis: OfficeBasis, seenIn: string): readonly Finding[] {
  const stated = terms.deputyChair.value
  if (stated === null) return []
  if (stated.method === 'none') return departs('deputyChair', `The terms give the body no deputy chair; in ${seenIn} there is one.`)
  if (agreesWithTerms({ method: stated.method }, basis)) return []
  return departs('deputyChair', `The deputy chair comes to the office otherwise than the terms say: ${basisOfDeputy[basis]}, in ${seenIn}.`)
}

const basisOfDeputy: Readonly<Record<OfficeBasis, string>> = {
  by_post: 'by post',
  independent: 'as somebody independent',
  appointed: 'by appointment',
  elected: 'by election',
  nominated: 'by nomination',
  agreed: 'by agreement',
}

function deputies(terms: Terms, count: number, seenIn: string): readonly Finding[] {
  if (terms.deputies.value?.kind !== 'forbidden' || count === 0) return []
  return departs(
    'deputies',
    `The terms let nobody come in a member’s place; in ${seenIn} ${counted(count, 'deputy').replace('deputys', 'deputies')} may.`,
  )
}

/** Names shown before the rest is counted. */
const NAMED = 3

function seats(terms: Terms, kept: readonly KeptSeat[], seenIn: string): readonly Finding[] {
  const isSame = (one: KeptSeat, other: KeptSeat): boolean => one.key === other.key || one.name.toLowerCase() === other.name.toLowerCase()
  const missing = terms.seats.filter((seat) => !kept.some((one) => isSame(one, seat))).map(({ name }) => `“${name}” is not kept`)
  const unnamed = kept.filter((one) => !terms.seats.some((seat) => isSame(one, seat))).map(({ name }) => `“${name}” is not in the terms`)
  const differing = terms.seats.flatMap((seat) => {
    const other = kept.find((one) => isSame(one, seat))
    return other === undefined || other.places === seat.places
      ? []
      : [`“${seat.name}” has ${counted(seat.places, 'place')} in the terms and ${other.places} kept`]
  })
  const voting = terms.seats.flatMap((seat) => {
    const other = kept.find((one) => isSame(one, seat))?.votesOn
    const isAlike = other === undefined || [...other].toSorted().join() === (seat.votesOn ?? []).toSorted().join()
    return isAlike ? [] : [`“${seat.name}” votes on other matters in the terms than in the record`]
  })
  const all = [...missing, ...unnamed, ...differing, ...voting]
  if (all.length === 0) return []
  const rest = all.length > NAMED ? [`${all.length - NAMED} more differ`] : []
  return departs('seats', `The seats in ${seenIn} are not those of the terms: ${listed([...all.slice(0, NAMED), ...rest])}.`)
}

type KeptSeat = Extract<PracticeFact, { readonly rule: 'seats' }>['kept'][number]

/** Where practice, or the law, departs from the terms: each fact held against its rule (G10, G11). A rule that is not stated departs from nothing. */
export function checkPractice(terms: Terms, fact: PracticeFact): readonly Finding[] {
  switch (fact.rule) {
    case 'chair':
      return chair(terms, fact.basis, fact.seenIn)
    case 'deputyChair':
      return deputyChair(terms, fact.basis, fact.seenIn)
    case 'deputies':
      return deputies(terms, fact.count, fact.seenIn)
    case 'seats':
      return seats(terms, fact.kept, fact.seenIn)
    case 'composition':
      return checkKeptDemands(terms, fact.kept)
    case 'functions':
      return [] // judged beside the terms of the others, by checkLastWord
    case 'agendaOut':
      return 'law' in fact ? checkNoticeLaw(terms, fact.law) : checkLawSince(terms, fact)
  }
}
