/** Records erased by one command; after a long stop there can be more than one command should take on. */
const AT_ONCE = 1_000

/** Erases what `old` finds, some at a time, by `erase`, which answers how many went. Answers how many went in all. */
export async function sweep(
  old: (most: number) => Promise<readonly { readonly _id: string }[]>,
  erase: (ids: readonly string[]) => Promise<number>,
): Promise<number> {
  for (let erased = 0; ;) {
    const rows = await old(AT_ONCE)
    const here = rows.length === 0 ? 0 : await erase(rows.map(({ _id }) => _id))
    erased += here
    // Another process may have erased them meanwhile, or renewed them
    if (rows.length < AT_ONCE || here === 0) return erased
  }
}
