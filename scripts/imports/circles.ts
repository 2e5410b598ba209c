/**
 * The circles of a graph, given as what each node leads to: sets of two or more nodes that all lead to each other,
 * each sorted, the first by name first. A node that leads to itself is no circle.
 */
export function circlesOf(graph: ReadonlyMap<string, Iterable<string>>): string[][] {
  // Tarjan's strongly connected components.
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const open = new Set<string>();
  const circles: string[][] = [];

  function visit(node: string): number {
    const index = order.size;
    order.set(node, index);
    low.set(node, index);
    stack.push(node);
    open.add(node);
    for (const next of graph.get(node) ?? []) {
      const reach = order.has(next) ? (open.has(next) ? (order.get(next) ?? index) : index) : visit(next);
      low.set(node, Math.min(low.get(node) ?? index, reach));
    }
    if (low.get(node) === index) close(node);
    return low.get(node) ?? index;
  }

  function close(node: string): void {
    const circle = stack.splice(stack.indexOf(node));
    for (const member of circle) open.delete(member);
    if (circle.length > 1) circles.push(circle.sort());
  }

  for (const node of [...graph.keys()].sort()) if (!order.has(node)) visit(node);
  return circles.sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
}
