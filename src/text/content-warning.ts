/** How a line begins that warns of what follows. */
const LABEL =
  /^(?:cw|tw|c\/w|content (?:warning|note)|trigger warning|spoiler(?: alert)?|inhaltswarnung|triggerwarnung|avertissement|aviso de contenido|内容警告|內容警告|剧透|劇透)\s*[:：]\s*(\S.{0,200})$/i;

/** What a line warns of, or null when it is no content warning. */
export function warningOf(line: string): string | null {
  return LABEL.exec(line.trim())?.[1]?.trim() ?? null;
}
