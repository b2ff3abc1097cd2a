/** The same facts and sources as `../en/operators`, in Korean. */
import type { OperatorTexts } from '../types';

export const operators: OperatorTexts = {
  '&&': {
    summary: '`a && b`: `a`가 성공해야(종료 코드 0) `b`를 실행해요.',
    success: '오른쪽 명령을 실행해요.',
    failure: '오른쪽 명령을 건너뛰고, 종료 코드는 왼쪽 것을 따라요.',
    inRun: '한 단계가 실패하면 거기서 멈추고 빌드도 실패해요. RUN의 단계는 이렇게 이으세요.',
    example: 'RUN apt-get update && apt-get install -y curl',
  },
  '||': {
    summary: '`a || b`: `a`가 실패해야(종료 코드가 0이 아님) `b`를 실행해요.',
    success: '오른쪽 명령을 건너뛰어요.',
    failure: '오른쪽 명령을 실행하고, 종료 코드는 그것을 따라요.',
    inRun: '`|| true`를 붙이면 무슨 일이 있어도 빌드가 계속돼요. 진짜 실패까지 숨기니까 이유를 적어 두세요.',
    example: 'RUN grep -q app /etc/passwd || useradd app',
  },
  ';': {
    summary: '`a ; b`: `a`의 성공 여부와 상관없이 `b`를 실행해요.',
    success: '오른쪽 명령을 실행해요.',
    failure: '그래도 오른쪽 명령을 실행하고, 왼쪽의 실패는 잊혀요.',
    inRun:
      '마지막 명령의 종료 코드만 보니까 실패한 단계가 있어도 빌드가 계속돼요. `&&`를 쓰거나 `set -e;`로 시작하세요.',
    example: 'RUN set -e; make; make install',
  },
  '|': {
    summary: '`a | b`: 둘을 동시에 실행하고, `a`의 출력을 `b`의 입력으로 넘겨요.',
    success: '종료 코드는 오른쪽 명령을 따라요.',
    failure: '오른쪽 명령은 계속 실행되고, 왼쪽의 실패는 잊혀요.',
    inRun:
      '`curl … | tar x`에서 다운로드가 실패해도 모르고 지나갈 수 있어요. 앞에 `SHELL ["/bin/bash", "-o", "pipefail", "-c"]`를 쓰세요.',
    example: 'SHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN curl -fsSL https://example.com/a.tgz | tar xz',
  },
  '|&': {
    summary: '`a |& b`: `|`와 같지만 오류 메시지도 함께 넘겨요(`2>&1 |`).',
    success: '종료 코드는 오른쪽 명령을 따라요.',
    failure: '오른쪽 명령은 계속 실행되고, 왼쪽의 실패는 잊혀요.',
    inRun: 'bash가 필요해요. Debian과 Alpine의 `/bin/sh`에서는 문법 오류예요. `2>&1 |`로 쓰세요.',
    example: 'RUN make 2>&1 | tee build.log',
  },
  '&': {
    summary: '`a & b`: `a`를 백그라운드로 보내고, 기다리지 않고 바로 `b`를 실행해요.',
    success: '아무도 끝나기를 기다리지 않아요.',
    failure: '실패해도 알 수 없어요. 종료 코드는 0으로 쳐요.',
    inRun:
      '백그라운드 프로세스는 RUN이 끝날 때 함께 종료돼요. 컨테이너에서 계속 실행되지 않아요. 서버는 CMD에서 `&` 없이 포그라운드로 실행하세요.',
    example: 'RUN (mysqld & sleep 5; mysql < schema.sql)',
  },
  '!': {
    summary: '`! a`: 종료 코드를 뒤집어요. 0은 1이 되고, 나머지는 0이 돼요.',
    success: '실패로 쳐요.',
    failure: '성공으로 쳐요.',
    inRun: '앞에 `!`가 있는 명령에서는 `set -e`가 멈추지 않아요.',
    example: 'RUN ! grep -q TODO app.conf',
  },
  '()': {
    summary: '`( a; b )`: 명령들을 별도의 셸에서 실행해요.',
    inRun: '안에서 한 `cd`나 변수는 밖에 영향을 주지 않아요. 종료 코드는 안의 마지막 명령을 따라요.',
    example: 'RUN (cd /src && make) && rm -rf /src',
  },
  '{}': {
    summary: '`{ a; b; }`: 같은 셸에서 명령을 묶어요. 공백과 마지막 `;`이 꼭 있어야 해요.',
    inRun: '여러 명령의 출력을 한 파일로 보내거나, `a || { echo 실패; exit 1; }`처럼 메시지를 남기고 끝낼 때 써요.',
    example: 'RUN { echo "[mysqld]"; echo "bind-address=0.0.0.0"; } > /etc/my.cnf',
  },
  '$()': {
    summary: '`$(a)`: `a`의 출력으로 바뀌어요.',
    inRun: '빌드 중에 컨테이너 안의 셸이 계산해요. `echo $(a)`처럼 쓰면 `a`의 실패는 사라져요.',
    example: 'RUN echo "built on $(uname -m)" > /etc/build-info',
  },
  '>': {
    summary: '`a > 파일`: 출력을 파일에 써요. 원래 내용은 사라지고, 오류 메시지는 화면에 그대로 나와요.',
    inRun:
      '파일은 레이어에 남아요. CMD에서는 로그를 표준 출력에 두세요. `docker logs`와 오케스트레이션 도구가 거기서 읽어요.',
    example: 'RUN echo "Asia/Seoul" > /etc/timezone',
  },
  '>>': {
    summary: '`a >> 파일`: 출력을 파일 끝에 덧붙여요.',
    inRun: '파일은 레이어에 남아요. 파일 전체를 쓸 때는 COPY와 heredoc이 읽기 쉬워요.',
    example: 'RUN echo "export PATH=/opt/bin:$PATH" >> /etc/profile',
  },
  '>|': {
    summary: '`a >| 파일`: `>`와 같지만 `set -C`로 덮어쓰기를 막았어도 써요.',
    inRun: '파일은 레이어에 남아요.',
    example: 'RUN date >| /etc/built-at',
  },
  '<': {
    summary: '`a < 파일`: `a`가 키보드 대신 파일을 읽어요.',
    inRun: '빌드에는 키보드가 없어요. 물어보는 명령은 파일을 읽게 하지 않으면 빈 답을 받아요.',
    example: 'RUN patch -p1 < fix.patch',
  },
  '<<': {
    summary: '`<<이름`: `이름`만 있는 줄이 나올 때까지의 여러 줄이 입력이에요(heredoc).',
    inRun:
      'RUN 바로 뒤에 쓰면 그 줄들이 스크립트가 되고, 마지막 명령의 종료 코드만 봐요. `set -e`로 시작하세요. `<<"이름"`처럼 따옴표를 쓰면 `$`를 바꾸지 않아요.',
    example: 'RUN <<EOF\nset -e\napt-get update\napt-get install -y curl\nEOF',
  },
  '<<-': {
    summary: '`<<-이름`: 줄 앞의 탭을 떼어 내는 heredoc이에요. 공백은 떼지 않아요.',
    inRun: '`<<`와 같아요. 스크립트는 `set -e`로 시작하세요.',
    example: 'RUN <<-EOF\n\tset -e\n\tmake install\nEOF',
  },
  '<<<': {
    summary: '`a <<< 글`: 글을 그대로 입력으로 넘겨요.',
    inRun: 'bash가 필요해요. 어디서나 되는 방법은 `printf "%s\\n" 글 | a`예요.',
    example: 'RUN ["/bin/bash", "-c", "chpasswd <<< app:secret"]',
  },
  '2>': {
    summary: '`a 2> 파일`: 오류 메시지를 파일에 써요.',
    inRun: '`2>/dev/null`은 오류 메시지를 버려요. 빌드가 실패한 이유도 함께 사라져요.',
    example: 'RUN find / -name "*.pyc" -delete 2>/dev/null',
  },
  '2>>': {
    summary: '`a 2>> 파일`: 오류 메시지를 파일 끝에 덧붙여요.',
    inRun: '빌드 중에는 그 파일을 볼 사람이 없어요. 메시지는 화면에 두세요.',
    example: 'RUN make 2>> /var/log/build.log',
  },
  '2>&1': {
    summary: '`2>&1`: 오류 메시지를 지금 출력이 가는 곳으로 보내요.',
    inRun: '순서가 중요해요. `> 파일 2>&1`은 둘 다 파일로 가고, `2>&1 > 파일`은 출력만 파일로 가요.',
    example: 'RUN ./configure > /tmp/configure.log 2>&1',
  },
  '>&2': {
    summary: '`a >&2`: 출력을 오류 메시지가 가는 곳으로 보내요.',
    inRun: '`exit 1` 앞의 메시지에 알맞아요.',
    example: 'RUN test -f app.jar || { echo "app.jar is missing" >&2; exit 1; }',
  },
  '&>': {
    summary: '`a &> 파일`: 출력과 오류 메시지를 모두 파일에 써요.',
    inRun:
      'bash가 필요해요. Debian의 `/bin/sh`에서는 "백그라운드로 보내고 파일을 비우기"라는 뜻이라 기다리지 않고 빌드가 계속돼요. `> 파일 2>&1`로 쓰세요.',
    example: 'RUN make > /tmp/make.log 2>&1',
  },
  '&>>': {
    summary: '`a &>> 파일`: 출력과 오류 메시지를 모두 파일 끝에 덧붙여요.',
    inRun: 'bash가 필요해요. Debian의 `/bin/sh`에서는 명령이 백그라운드로 가요. `>> 파일 2>&1`로 쓰세요.',
    example: 'RUN make >> /tmp/make.log 2>&1',
  },
};
