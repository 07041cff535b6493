import { scalarResolvers } from '@guiche/kit/graphql';
import { Accreditation } from './Accreditation.ts';
import { Municipality } from './Municipality.ts';
import { Mutation } from './Mutation.ts';
import { Person } from './Person.ts';
import { Query } from './Query.ts';
import { StaffMember } from './StaffMember.ts';
import { Unit } from './Unit.ts';

const { CPF, DateTime, LocalDate } = scalarResolvers;

/** The resolver map of the subgraph. */
export const resolvers = { Accreditation, CPF, DateTime, LocalDate, Municipality, Mutation, Person, Query, StaffMember, Unit };
