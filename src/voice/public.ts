// Door one: the rules and shapes of voice that other parts may build on.

export { voicePaths } from './paths.ts'
export { voiceAccess } from './rules/access.ts'
export { countHeard, type HeardCount } from './rules/heard.ts'
