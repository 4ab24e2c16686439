import { leastForShare, type QuorumRule, type QuorumSet, setName } from '../quorum.ts'
import type { Finding } from './finding.ts'
import { groupNamesOf, placesOf } from './read.ts'
import type { Terms } from './terms.ts'

function placesIn(terms: Terms, set: QuorumSet): number {
  const members = placesOf(terms).filter(({ voting }) => voting === 'voting' || voting === 'non_voting')
  if (set.kind === 'members') return members.length
  return members.filter((place) => (set.kind === 'voting-members' ? place.voting === 'voting' : place.group === set.group)).length
}

function agenciesOf(terms: Terms): number {
  const members = terms.seats.filter(({ voting }) => voting === 'voting' || voting === 'non_voting')
  const named = new Set(members.flatMap(({ organisation }) => (organisation === null ? [] : [organisation])))
  const unnamed = members.filter(({ organisation }) => organisation === null).reduce((sum, { places }) => sum + places, 0)
  return named.size + unnamed
}

function tooMany(what: string, need: number, have: number): Finding {
  return {
    severity: 'impossible',
    code: 'quorum-larger-than-seats',
    rule: 'quorum',
    sentence: `The quorum wants ${need} ${what}, and there are only ${have}.`,
    whatToDo: 'Lower the number or add the seats: until then no meeting can be quorate.',
  }
}

function ofSet(terms: Terms, set: QuorumSet, need: (total: number) => number): Finding[] {
  const name = setName(set, groupNamesOf(terms))
  const total = placesIn(terms, set)
  if (total === 0)
    return [
      {
        severity: 'impossible',
        code: 'quorum-group-empty',
        rule: 'quorum',
        sentence: `The quorum counts the ${name}, and no seat belongs to them.`,
        whatToDo: 'Put seats into this group, or take it out of the rule: it cannot be tested.',
      },
    ]
  return need(total) > total ? [tooMany(name, need(total), total)] : []
}

/** What cannot be about a quorum rule against the seats of the same document (G6). */
export function checkQuorum(terms: Terms, rule: QuorumRule | null = terms.quorum.value): readonly Finding[] {
  switch (rule?.kind) {
    case 'at-least':
      return ofSet(terms, rule.of, () => rule.n)
    case 'share': {
      const { numerator, denominator, moreThan } = rule
      const above = numerator > denominator || (moreThan && numerator === denominator)
      if (!above) return ofSet(terms, rule.of, (total) => leastForShare(numerator, denominator, moreThan, total))
      return [
        {
          severity: 'impossible',
          code: 'quorum-share-above-all',
          rule: 'quorum',
          sentence: 'The quorum wants more than everybody.',
          whatToDo: 'Correct the share: no meeting can be quorate.',
        },
      ]
    }
    case 'agencies-besides-chair': {
      const others = agenciesOf(terms) - 1
      return rule.n > others ? [tooMany('agencies besides the chair’s', rule.n, others)] : []
    }
    case 'all':
      return rule.rules.flatMap((part) => checkQuorum(terms, part))
    case 'any': {
      const parts = rule.rules.map((part) => checkQuorum(terms, part))
      return parts.every((part) => part.length > 0) ? parts.flat() : []
    }
    case 'waiver':
      return checkQuorum(terms, rule.rule)
    default:
      return []
  }
}
