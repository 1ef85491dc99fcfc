// More than one thing at a time, but never more than there is room for.

/** `body` of each item, in order, at most `lanes` at a time; the answers are in the order of the items. */
export async function inLanes(lanes, items, body) {
  const answers = [];
  const waiting = items.entries();
  const lane = async () => {
    for (const [index, item] of waiting) answers[index] = await body(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return answers;
}
