import { boardPath } from './paths.ts'

// The addresses of areas, and of the areas that a board serves (G1).

/** All areas. */
export const areasPath = '/areas'
/** Adds an area. */
export const newAreaPath = '/areas/new'
/** One area. */
export const areaPath = (id: string): string => `${areasPath}/${id}`
/** Changes, renames or ends an area. */
export const changeAreaPath = (id: string): string => `${areaPath(id)}/change`
/** Says how an area lies to another. */
export const newAreaRelationPath = (id: string): string => `${areaPath(id)}/relations/new`
/** Says until when an area lay so to another. */
export const endAreaRelationPath = (id: string, relation: string): string => `${areaPath(id)}/relations/${relation}/end`
/** Takes back how an area lies to another, where that was entered by mistake. */
export const takeBackAreaRelationPath = (id: string, relation: string): string => `${areaPath(id)}/relations/${relation}/take-back`
/** Gives a board areas that it serves. */
export const newBodyAreasPath = (slug: string): string => `${boardPath(slug)}/areas/new`
/** Says until when a board serves an area. */
export const endBodyAreaPath = (slug: string, area: string): string => `${boardPath(slug)}/areas/${area}/end`
