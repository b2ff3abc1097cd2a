import { testRefactoring } from '../../support/testRefactoring';

testRefactoring('multi-stage', {
  does: [
    [
      'FROM golang:1.24-alpine3.22\nWORKDIR /src\nENV CGO_ENABLED=0\nENV GIN_MODE=release\nEXPOSE 80\nCOPY . .\nRUN go build -o /bin/app ./cmd\n‸ENTRYPOINT ["/bin/app"]\n',
      'FROM golang:1.24-alpine3.22 AS build\nWORKDIR /src\nENV CGO_ENABLED=0\nENV GIN_MODE=release\nCOPY . .\nRUN go build -o /bin/app ./cmd\n\nFROM alpine:3.22\nENV GIN_MODE=release\nWORKDIR /src\nCOPY --from=build /bin/app /bin/app\nEXPOSE 80\nENTRYPOINT ["/bin/app"]\n',
      'Split into a build and a runtime stage (alpine:3.22 with /bin/app only)',
    ],
    [
      '‸FROM rust:1.90-bookworm\nWORKDIR /app\nCOPY . .\nRUN cargo build --release\nCMD ["./target/release/web"]\n',
      'FROM rust:1.90-bookworm AS build\nWORKDIR /app\nCOPY . .\nRUN cargo build --release\n\nFROM debian:bookworm-slim\nWORKDIR /app\nCOPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/\nCOPY --from=build /app/target/release/web /app/target/release/web\nCMD ["./target/release/web"]\n',
    ],
    [
      '‸FROM maven:3.9-eclipse-temurin-21\nWORKDIR /app\nCOPY . .\nRUN mvn -B package\nCMD ["java", "-jar", "target/app.jar"]\n',
      'FROM maven:3.9-eclipse-temurin-21 AS build\nWORKDIR /app\nCOPY . .\nRUN mvn -B package\n\nFROM eclipse-temurin:21-jre\nWORKDIR /app\nCOPY --from=build /app/target/app.jar /app/target/app.jar\nCMD ["java", "-jar", "target/app.jar"]\n',
    ],
    [
      '‸FROM mcr.microsoft.com/dotnet/sdk:9.0\nWORKDIR /src\nCOPY . .\nRUN dotnet publish -c Release -o /app\nWORKDIR /app\nENTRYPOINT ["dotnet", "web.dll"]\n',
      'FROM mcr.microsoft.com/dotnet/sdk:9.0 AS build\nWORKDIR /src\nCOPY . .\nRUN dotnet publish -c Release -o /app\nWORKDIR /app\n\nFROM mcr.microsoft.com/dotnet/aspnet:9.0\nWORKDIR /app\nCOPY --from=build /app /app\nENTRYPOINT ["dotnet", "web.dll"]\n',
    ],
    [
      '‸FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci && npm run build\nCMD ["node", "dist/server.js"]\n',
      'FROM node:22 AS build\nWORKDIR /app\nCOPY . .\nRUN npm ci && npm run build\n\nFROM node:22\nWORKDIR /app\nCOPY --from=build /app/package*.json ./\nRUN npm ci --omit=dev\nCOPY --from=build /app/dist ./dist\nCMD ["node", "dist/server.js"]\n',
    ],
  ],
  refuses: [
    'FROM golang:1.24 AS x\nRUN go build -o /a\n‸CMD ["/a"]\n',
    'FROM golang:1.24\nRUN go build -o /a\nCMD ["/a"]\n‸FROM b\n',
    'FROM golang:1.24\nRUN go build -o /b\n‸CMD ["/a"]\n',
    'FROM golang:1.24\nRUN go build -o /a\n‸CMD /a\n',
    'FROM golang:1.24\nRUN cd /x && go build -o a\n‸CMD ["./a"]\n',
    'FROM golang:1.24\nRUN go build -o /a\nHEALTHCHECK CMD ["curl", "a"]\n‸CMD ["/a"]\n',
    'FROM golang:1.24\nRUN go build -o /a\nUSER 1\n‸CMD ["/a"]\n',
    'FROM golang:1.24\nARG V\nRUN go build -o /a\n‸CMD ["/a"]\n',
    'FROM maven:3.9\nRUN mvn package\n‸CMD ["java", "-jar", "/app/target/*.jar"]\n',
    'FROM python:3.12\n‸CMD ["python", "a.py"]\n',
  ],
});
