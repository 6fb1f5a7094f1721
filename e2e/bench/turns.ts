/** Something that is measured, one turn after the other. */
export type Contender<Value> = { name: string; measure: () => Promise<Value> };

/**
 * Has contenders take turns (A B C A B C …), so that what the machine does meanwhile meets them alike. Returns each one's turns, in
 * their order, without the first rounds, in which code is not compiled and nothing is warm.
 */
export async function takeTurns<Value>(
  contenders: readonly Contender<Value>[],
  { rounds, warmRounds = 0 }: { rounds: number; warmRounds?: number },
): Promise<Map<string, Value[]>> {
  const turns = new Map(contenders.map((it) => [it.name, [] as Value[]]));
  for (let round = 0; round < warmRounds + rounds; round += 1) {
    for (const { name, measure } of contenders) {
      const turn = await measure();
      if (round >= warmRounds) turns.get(name)?.push(turn);
    }
  }
  return turns;
}
