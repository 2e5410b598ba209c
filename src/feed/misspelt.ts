/** Whether two names differ in one character: another one, one too many or one too few. */
export function isMisspelt(name: string, meant: string): boolean {
  if (Math.abs(name.length - meant.length) > 1 || name === meant) return false;
  let same = 0;
  while (same < name.length && name[same] === meant[same]) same++;
  const rest = name.slice(same);
  const restMeant = meant.slice(same);
  return rest.slice(1) === restMeant.slice(1) || rest.slice(1) === restMeant || rest === restMeant.slice(1);
}
