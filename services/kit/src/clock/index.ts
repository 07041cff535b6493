export { type CityClockRepository, type CityClocks, cityClockRepository, createCityClocks, ensureCityClocks } from './city-clocks.ts';
export { municipalityOf } from './municipality-of.ts';
