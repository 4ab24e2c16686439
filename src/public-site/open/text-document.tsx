import { Article } from '#platform/paper/html.tsx'
import type { Paper } from '#platform/paper/tree.ts'
import { escapeText, renderNode } from '#platform/web/render.ts'

/** The text of a paper as a document of its own: plain HTML that needs nothing else, to be kept and read anywhere. */
export function textDocument(title: string, tree: Paper): string {
  const name = escapeText(title)
  const article = renderNode(<Article paper={tree} />) ?? ''
  return `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>${name}</title></head><body><main><h1>${name}</h1>${article}</main></body></html>\n`
}
