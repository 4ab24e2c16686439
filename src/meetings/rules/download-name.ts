const reserved = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/i

/**
 * A name under which a file is safe on any disk: letters, digits, hyphens and dots of what was given, 60 characters at most, with a known ending.
 * @param given - for example a title, from whoever uploaded it
 * @param ending - without the dot; anything but 1 to 5 letters or digits is left out
 */
export function safeName(given: string, ending: string): string {
  const words = given
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  const short = [...words].slice(0, 60).join('').replace(/-+$/, '')
  const name = short === '' || reserved.test(short) ? `file-${short || 'without-name'}` : short
  return /^[a-z0-9]{1,5}$/i.test(ending) ? `${name}.${ending.toLowerCase()}` : name
}

/** The ending of a file's name; '' without one. */
export function endingOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot < 1 ? '' : name.slice(dot + 1)
}

/** Names made different: the second 'plan.pdf' becomes 'plan-2.pdf'. Letters' case does not make a difference, as on most disks. */
export function distinctNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const ending = endingOf(name)
    const stem = ending === '' ? name : name.slice(0, -(ending.length + 1))
    let free = name
    for (let number = 2; taken.has(free.toLowerCase()); number++) free = ending === '' ? `${stem}-${number}` : `${stem}-${number}.${ending}`
    taken.add(free.toLowerCase())
    return free
  })
}
