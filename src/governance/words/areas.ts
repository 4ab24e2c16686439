type Details = Readonly<Record<string, string | number>>

/** How an area lies to another, as a form offers it. */
export const areaRelationWords: Readonly<Record<string, string>> = {
  within: 'It lies in',
  contains: 'It holds, as a part,',
  overlaps: 'It overlaps, each with ground of its own,',
  beside: 'It touches',
}

/** How the areas whose boards are listed stand to the one of the page. */
export const reachWords = {
  own: 'For this area',
  wider: 'For a larger area that it lies in',
  parts: 'For a part of it',
  overlaps: 'For an area that overlaps it',
} as const

const called = ({ name }: Details): string => String(name || 'The area')

/** Sentences for what the rules of areas refuse. */
export const areaProblems: Readonly<Record<string, (details: Details) => string>> = {
  'area-known': () => 'There is an area of that kind and name already',
  'area-still-served': ({ names }) => `Boards serve it on that day or later: ${names || 'look at its page'}. End that first`,
  'area-itself': () => 'Choose another area: an area has no place towards itself',
  'area-circle': () => 'An area would lie in itself, by way of others. Look at what the other one lies in',
  'area-relation-known': () => 'This is recorded already',
  'areas-missing': () => 'Choose one area or several',
  'before-area': (about) => `${called(about)} does not exist yet on that day. Choose a later day`,
  'after-area': (about) => `${called(about)} no longer exists then. Enter an end that is not after its own`,
  'area-served-already': (about) => `${called(about)} is served by this board at that time already`,
}
