import { buildImageAsFinal } from '../../server/src/language/lint/rules/build-image-as-final';
import { testRule } from '../support/testRule';

testRule(buildImageAsFinal, {
  good: [
    'FROM golang AS b\nRUN go build -o /app\nFROM scratch\nCOPY --from=b /app /app\nCMD ["/app"]',
    'FROM golang\nRUN go build ./...\nCMD ["go", "test", "./..."]',
    'FROM golang\nRUN go install example.com/linter@v1\nENTRYPOINT ["/entrypoint.sh"]',
    'FROM golang\nCMD ["app"]',
    'FROM golang AS dev\nRUN go build -o /app\nCMD ["/app"]',
    { code: 'FROM golang\nRUN go build -o /app\nCMD ["/app"]', around: { fileName: 'Dockerfile.dev' } },
    'FROM mcr.microsoft.com/dotnet/sdk:9.0\nRUN dotnet build\nCMD ["dotnet", "run"]',
  ],
  bad: [
    {
      code: 'FROM «golang:1.25»\nCOPY . .\nRUN go build -o /app .\nCMD ["/app"]',
      message: /gets Go and all.*`scratch`/,
    },
    { code: 'FROM maven:3 AS b\nFROM «b»\nRUN mvn -B package\nENTRYPOINT ["java", "-jar", "target/a.jar"]' },
    {
      code: 'FROM «mcr.microsoft.com/dotnet/sdk:9.0»\nRUN dotnet publish -o /o\nCMD ["dotnet", "/o/a.dll"]',
      message: /dotnet\/aspnet/,
    },
  ],
});
