/** A duration as players show it: `1:02:03`, `4:05`. */
export function clock(seconds: number): string {
  const [hours, minutes, rest] = parts(seconds);
  const two = (number: number) => String(number).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** A duration as HTML's `datetime` has it (ISO 8601): `PT1H2M3S`. */
export function machineDuration(seconds: number): string {
  const [hours, minutes, rest] = parts(seconds);
  return `PT${hours}H${minutes}M${rest}S`;
}

function parts(seconds: number): [hours: number, minutes: number, seconds: number] {
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
}
