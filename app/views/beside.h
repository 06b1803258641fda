#pragma once
#include <QObject>
#include <QThreadPool>

#include <functional>
#include <optional>
#include <utility>

namespace gw {

/// Works beside the user: makes a value of each request on a thread of its own, one at a time, and hands it to the
/// thread that asked. Of the requests that come in meanwhile only the newest is taken up next. The value of an older
/// request still arrives, so that whoever asks all the time sees something; that of a forgotten one never does.
template <class Request, class Value>
class Beside {
public:
    /// `work` runs on the other thread and must touch nothing but its request.
    Beside(Value (*work)(Request), std::function<void(Value)> arrived) : work_(work), arrived_(std::move(arrived)) {
        thread_.setMaxThreadCount(1);
    }
    Beside(const Beside&) = delete;
    Beside& operator=(const Beside&) = delete;
    /// Waits for the request under way.
    ~Beside() { thread_.waitForDone(); }

    /// Whether a value is on its way.
    bool isBusy() const { return next_ || (running_ && wanted_); }

    void ask(Request request) {
        if (running_)
            next_ = std::move(request);
        else
            start(std::move(request));
    }
    /// Nothing that was asked for is wanted any more.
    void forget() {
        next_.reset();
        wanted_ = false;
    }

private:
    void start(Request request) {
        running_ = wanted_ = true;
        thread_.start([this, request = std::move(request)] {
            auto arrive = [this, value = work_(request)] { this->arrive(value); };
            QMetaObject::invokeMethod(&context_, std::move(arrive), Qt::QueuedConnection);
        });
    }
    void arrive(const Value& value) {
        running_ = false;
        const bool wanted = wanted_;
        if (auto next = std::exchange(next_, std::nullopt)) start(*std::move(next));
        if (wanted) arrived_(value);
    }

    Value (*work_)(Request);
    std::function<void(Value)> arrived_;
    std::optional<Request> next_;
    bool running_ = false;
    bool wanted_ = false;  ///< the value under way
    /// Lives in the thread that asks, to which values are sent; goes after the other thread has ended.
    QObject context_;
    QThreadPool thread_;
};

}  // namespace gw
