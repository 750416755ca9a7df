const minRadius = 3.5;
const maxRadius = 22;

/**
 * Returns the radius in pixels of the circle for a number of incidents. Areas are proportional to counts, except that no
 * circle is too small to be seen. `largest` is the largest count on the map.
 */
export function radiusOf(count: number, largest: number): number {
  const outer = Math.min(maxRadius, 5 * Math.max(1, largest) ** 0.28);
  return Math.max(minRadius, outer * Math.sqrt(count / Math.max(1, largest)));
}

/** The size in pixels of a number in a circle. */
const textHeight = 10;
function textWidth(text: string): number {
  return text.length * 6;
}

/** Whether a number fits into a circle. */
export function hasRoomFor(text: string, radius: number): boolean {
  return radius >= 8 && textWidth(text) <= radius * 2 - 3;
}

/** Returns true if a circle that is drawn later covers a part of a number, which would then read as another one. */
export function isCovered(
  { x, y, text }: { x: number; y: number; text: string },
  drawnAfter: readonly { x: number; y: number; radius: number }[],
): boolean {
  return drawnAfter.some((circle) => {
    const apartX = Math.max(0, Math.abs(circle.x - x) - textWidth(text) / 2);
    const apartY = Math.max(0, Math.abs(circle.y - y) - textHeight / 2);
    return Math.hypot(apartX, apartY) < circle.radius;
  });
}

const kmAround = 40_075;

/** The radius in pixels of a circle on the ground, on a map on which the world is `worldPx` pixels wide. */
export function groundRadius(km: number, latitude: number, worldPx: number): number {
  return ((km / kmAround) * worldPx) / Math.max(0.05, Math.cos((latitude * Math.PI) / 180));
}
