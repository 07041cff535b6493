import { subgraphCodegen } from '../../scripts/src/codegen.ts';

// GraphQL type -> the type its resolvers receive.
export default subgraphCodegen({
  Person: '../domain/person.ts#Person as PersonModel',
  Accreditation: '../domain/accreditation.ts#Accreditation as AccreditationModel',
  Municipality: '../domain/municipality.ts#Municipality as MunicipalityModel',
  Unit: '../domain/unit.ts#Unit as UnitModel',
  StaffMember: '../domain/staff-member.ts#StaffMember as StaffMemberModel',
});
