import { plainWords } from '../composition.ts'
import { type HandedOn, lastWordAdvice, lastWordClashes, lastWordSentence } from '../last-word.ts'
import type { Neighbour } from './check-neighbours.ts'
import type { Finding } from './finding.ts'
import type { Terms } from './terms.ts'

/** A function that is only recommended or discussed, and reserved to the body itself: then nobody decides. */
function reservedToItself({ body, functions }: Terms): readonly Finding[] {
  const lost = (functions.value ?? []).filter(
    ({ may, reservedTo }) => may !== 'decide' && reservedTo.some((name) => plainWords(name) === plainWords(body.name)),
  )
  return lost.map(({ name, may }) => ({
    severity: 'contradiction',
    code: 'reserved-to-itself',
    rule: 'functions',
    sentence: `“${name}”: the body may only ${may === 'discuss' ? 'discuss it' : 'recommend'}, and the decision is reserved to the body itself.`,
    whatToDo: 'Let the body decide it, or name who does.',
  }))
}

/**
 * Where the last word on a function of these terms is claimed by others too, or goes round by what is delegated (G3, G14, G17). What goes
 * round by terms alone is told by {@link checkNeighbours}.
 * @param handedOn - what bodies have delegated to bodies
 */
export function checkLastWord(terms: Terms, neighbours: readonly Neighbour[], handedOn: readonly HandedOn[]): readonly Finding[] {
  const { name } = terms.body
  const isOwn = (other: string): boolean => plainWords(other) === plainWords(name)
  const clashes = lastWordClashes([{ name, terms }, ...neighbours.filter(({ ended }) => !ended)], handedOn).filter((clash) =>
    clash.kind === 'claimed-twice'
      ? clash.bodies.some(isOwn)
      : clash.way.some(({ from }) => isOwn(from)) && clash.way.some(({ by }) => by === 'delegation'),
  )
  const found = clashes.map(
    (clash): Finding => ({
      severity: 'contradiction',
      code: clash.kind === 'claimed-twice' ? 'last-word-twice' : 'last-word-goes-round',
      rule: 'functions',
      sentence: lastWordSentence(clash),
      whatToDo: lastWordAdvice(clash),
    }),
  )
  return [...reservedToItself(terms), ...found]
}
