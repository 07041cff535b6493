/**
 * The most used passwords, in Brazil and elsewhere, that would pass the rules of form (8 characters, letters and
 * digits). Compared in lower case.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
  password1 password12 password123 password1234 passw0rd p4ssw0rd pa55word pass1234 passw0rd1 p@ssw0rd p@ssw0rd1
  p@ssword1 abc12345 abcd1234 abc123456 abcde12345 abc123abc a1b2c3d4 a1b2c3d4e5 aa123456 aa12345678 a123456789
  a12345678 a1234567 1a2b3c4d 1q2w3e4r 1q2w3e4r5t 1qaz2wsx q1w2e3r4 q1w2e3r4t5 qwerty12 qwerty123 qwerty1234
  qwerty12345 qwer1234 qwe12345 qweasd123 asdf1234 asd12345 zxcvbnm1 zxcv1234 zaq12wsx 123456qwerty 123qweasd
  12345qwert 123abc123 123456abc 12345abc 1234abcd 123456ab 12345678a 123456789a 123456a1 1234567a qwerty01
  iloveyou1 iloveyou2 welcome1 welcome123 sunshine1 princess1 football1 baseball1 superman1 monkey123 dragon123
  master123 shadow123 letmein1 letmein123 michael1 jordan23 charlie1 trustno1 whatever1 computer1 internet1 samsung1
  google123 facebook1 test1234 testing123 teste123 teste1234 teste12345 guest123 guest1234 user1234 admin123
  admin1234 admin12345 administrador1 root1234 changeme1 default1 login123 temp1234 senha123 senha1234 senha12345
  senha123456 senha2023 senha2024 senha2025 senha2026 minhasenha1 minhasenha123 suasenha1 mudar123 mudar1234
  trocar123 trocar1234 brasil123 brasil1234 brasil10 brasil2014 brasil2022 brasil2023 brasil2024 brasil2025
  brasil2026 gabriel1 gabriel123 rafael123 lucas123 mateus123 pedro123 bruno123 felipe123 daniel123 rodrigo1
  leonardo1 fernando1 ricardo1 eduardo1 camila123 amanda123 juliana1 juliana123 fernanda1 mariana1 mariana123
  leticia1 vitoria1 vitoria123 beatriz1 carolina1 patricia1 familia1 familia123 amor1234 teamo123 euteamo1
  euteamo123 jesus123 jesus1234 jesusteama1 deuseamor1 deusefiel1 deus1234 meudeus1 flamengo1 flamengo10
  flamengo123 corinthians1 corinthians10 palmeiras1 palmeiras123 saopaulo1 saopaulo123 santos123 vasco123 gremio123
  inter123 cruzeiro1 cruzeiro123 galo1234 botafogo1 fluminense1 mengao123 timao1234 futebol1 futebol10 cachorro1
  estrela1 princesa1 bebezinho1 gatinha1 gatinha123 chocolate1 borboleta1 felicidade1 esperanca1 cidadao1
  cidadao123 prefeitura1 prefeitura123 municipio1 municipio123 servidor1 servidor123 protocolo1 protocolo123
  guiche123 guiche2026 govbr123 portal123 cadastro1 cadastro123 usuario1 usuario123 acesso123 acesso1234
  `
    .trim()
    .split(/\s+/),
);
