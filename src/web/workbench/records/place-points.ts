/** A point on the sheet: pixels from the left and from the top. */
export interface Placed<P> { readonly point: P; readonly x: number; readonly y: number }
/** Points that stand so near each other that they are drawn as one. */
export interface Cluster<P> { readonly x: number; readonly y: number; readonly points: readonly P[] }
/** What part of the country the sheet shows, in degrees. */
export interface Extent { readonly west: number; readonly east: number; readonly south: number; readonly north: number }

type Point = { readonly lon: number; readonly lat: number };

/** The part of the country that holds these points, with a margin; a single point gets about two kilometres around it. Pure. */
export function extentOf(points: readonly Point[]): Extent {
  const lons = points.map((point) => point.lon);
  const lats = points.map((point) => point.lat);
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)];
  const pad = (low: number, high: number): number => Math.max((high - low) * 0.08, 0.01);
  return { west: west - pad(west, east), east: east + pad(west, east), south: south - pad(south, north), north: north + pad(south, north) };
}

/** Degrees of longitude are shorter than those of latitude, by the cosine of the latitude. */
const narrowing = (extent: Extent): number => Math.cos((((extent.south + extent.north) / 2) * Math.PI) / 180);
/** Pixels a degree of latitude takes, so that the whole extent fits on the sheet. */
export const scaleOf = (extent: Extent, width: number, height: number): number => Math.min(width / ((extent.east - extent.west) * narrowing(extent)), height / (extent.north - extent.south));

/** Where each point stands on a sheet of that size, north up. Pure. */
export function placePoints<P extends Point>(points: readonly P[], extent: Extent, width: number, height: number): Placed<P>[] {
  const scale = scaleOf(extent, width, height);
  const [midLon, midLat] = [(extent.west + extent.east) / 2, (extent.south + extent.north) / 2];
  return points.map((point) => ({ point, x: width / 2 + (point.lon - midLon) * narrowing(extent) * scale, y: height / 2 - (point.lat - midLat) * scale }));
}

/** Points drawn together where they would lie on each other: one a square of `cell` pixels, in the middle of its points. Pure; every point is in exactly one. */
export function clusterPoints<P>(placed: readonly Placed<P>[], cell: number): Cluster<P>[] {
  const squares = Map.groupBy(placed, ({ x, y }) => `${Math.floor(x / cell)} ${Math.floor(y / cell)}`);
  return [...squares.values()].map((group) => ({ x: mean(group.map((one) => one.x)), y: mean(group.map((one) => one.y)), points: group.map((one) => one.point) }));
}
const mean = (of: readonly number[]): number => of.reduce((sum, one) => sum + one, 0) / of.length;

/** The part of the country the whole sheet shows, which is wider or higher than what was asked for. Pure. */
export function shownOn(extent: Extent, width: number, height: number): Extent {
  const scale = scaleOf(extent, width, height);
  const [lon, lat] = [(extent.west + extent.east) / 2, (extent.south + extent.north) / 2];
  const [half, tall] = [width / 2 / (scale * narrowing(extent)), height / 2 / scale];
  return { west: lon - half, east: lon + half, south: lat - tall, north: lat + tall };
}

/** How far apart lines are drawn, in round degrees: about six over this much. */
export const stepOver = (degrees: number): number => [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5].find((one) => one >= degrees / 6) ?? 10;

/** The degrees between two that lines are drawn at. */
export function linesBetween(low: number, high: number, step: number): number[] {
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.max(0, Math.floor(high / step) - first + 1) }, (_, at) => Number(((first + at) * step).toFixed(4)));
}

/** A round length for the scale bar, and how many pixels it takes. A degree of latitude is 111.2 km. */
export function scaleBar(scale: number): { readonly km: number; readonly pixels: number } {
  const perKm = scale / 111.2;
  const km = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100].findLast((one) => one * perKm <= 160) ?? 0.1;
  return { km, pixels: km * perKm };
}
