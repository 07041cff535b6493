import { useCasesOf } from '@guiche/kit/use-case';
import type { Resources } from '../permissions.ts';
import type { Ports } from './ports.ts';

export const { defineUseCase, defineQuery, defineEntityQuery } = useCasesOf<Resources, Ports>();
