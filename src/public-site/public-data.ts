export { publicSiteKinds } from './queries/archive-kinds.ts'
